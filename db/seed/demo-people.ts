/** The people of the demonstration: those who sign in, the experts, and where they work. */
import { disclosures, employments, people } from '#db/schema/index.ts'
import { below, days, pick, pickByWeight } from './chance.ts'
import { namesFrom } from './demo-names.ts'
import { type DemoOrganisation, type DemoPerson, insertAll, type SeedWorld } from './world.ts'

/** How many people beside the experts have a history only: a former list, an exclusion, a status yet to begin. */
export const beside = { former: 70, excluded: 20, next: 24 }

export type Beside = { [K in keyof typeof beside]: DemoPerson[] }

/** Adds accounts and experts to the world and returns the people with a history only. All are inserted in this order. */
export async function seedPeople(world: SeedWorld): Promise<Beside> {
  for (const account of world.demo.community.accounts) {
    const organisation = world.organisations.get(account.organisation)
    if (!organisation)
      throw new RangeError(`content/demo/community.yaml: no organisation ${account.organisation}`)
    const { login, family: familyName, given: givenName, patronymic, gender, post, directions } = account
    const id = world.id('account', login)
    world.accounts.set(login, {
      id,
      familyName,
      givenName,
      patronymic,
      gender,
      organisation,
      post,
      login,
      directions,
    })
  }
  const signed = [...world.accounts.values()]
  world.experts.push(...signed.filter(({ directions }) => directions.length > 0))
  const make = peopleOf(world)
  while (world.experts.length < world.demo.community.experts) world.experts.push(make(directionsOf(world)))
  const many = (count: number) => Array.from({ length: count }, () => make([]))
  const others = { former: many(beside.former), excluded: many(beside.excluded), next: many(beside.next) }
  const experts = world.experts.filter(({ login }) => !login)
  await insertPeople(world, [...signed, ...experts, ...Object.values(others).flat()])
  return others
}

function peopleOf(world: SeedWorld): (directions: readonly string[]) => DemoPerson {
  const { kinds, municipalities } = world.demo.community
  const [name, all] = [namesFrom(world.demo.names, world.rng), [...new Set(world.organisations.values())]]
  const byTown = new Map<string, DemoOrganisation[]>()
  for (const one of all)
    if (one.municipality && one.type !== 'community')
      byTown.set(one.municipality, [...(byTown.get(one.municipality) ?? []), one])
  const towns = [...byTown.keys()]
  // Schools give many experts, nurseries few.
  const weightOf = ({ type }: DemoOrganisation) =>
    kinds.some((kind) => kind.type === type) ? (type === 'school' ? 6 : 2) : 3
  let made = 0
  return (directions) => {
    made += 1
    const town =
      towns[made - 1] ??
      pickByWeight(world.rng, towns, (code) => municipalities.weights[code] ?? municipalities.usual)
    const organisation = pickByWeight(world.rng, byTown.get(town) ?? [], weightOf)
    const post = postOf(world, pick(world.rng, organisation.posts))
    return { id: world.id('person', made), ...name(), organisation, post, directions }
  }
}

function postOf({ rng, demo }: SeedWorld, post: string): string {
  return post === 'учитель' || post === 'преподаватель'
    ? `${post} ${pick(rng, demo.community.subjects)}`
    : post
}

function directionsOf({ rng, demo }: SeedWorld): string[] {
  const roll = rng()
  const count = roll < 0.62 ? 1 : roll < 0.87 ? 2 : roll < 0.97 ? 3 : 4
  const chosen = new Set<string>()
  while (chosen.size < count)
    chosen.add(pickByWeight(rng, demo.community.directions, ({ weight }) => weight).code)
  return [...chosen]
}

async function insertPeople(world: SeedWorld, all: readonly DemoPerson[]) {
  const { db, at } = world
  const rows = all.map(({ id, familyName, givenName, patronymic, gender }) => ({
    ...{ id, familyName, givenName, patronymic, gender, source: 'demo' as const, createdAt: at(-700) },
  }))
  await insertAll(db, people, rows)
  const works = all.flatMap((person) => worksOf(world, person))
  await insertAll(db, employments, works)
  const grounds = all.filter(({ login }) => !login).flatMap((person) => groundsOf(world, person))
  await insertAll(db, disclosures, grounds)
}

function worksOf(world: SeedWorld, { id, organisation, post }: DemoPerson) {
  const start = world.day(-800 - below(world.rng, 3000))
  const now = { id: world.id('employment', id), personId: id, organisationId: organisation.id, post }
  const current = { ...now, during: days(start), createdAt: world.at(-700) }
  if (world.rng() > 0.1) return [current]
  const before = pick(
    world.rng,
    [...new Set(world.organisations.values())].filter(({ type }) => type === organisation.type),
  )
  const former = { id: world.id('former-employment', id), personId: id, organisationId: before.id, post }
  return [{ ...former, during: days(world.day(-6000), start), createdAt: world.at(-700) }, current]
}

function groundsOf(world: SeedWorld, { id }: DemoPerson) {
  const { everything, work } = world.demo.community.hidden
  const roll = world.rng() * 1000
  const ground = { personId: id, ground: 'demo' as const, beganAt: world.at(-700) }
  const name = { ...ground, id: world.id('ground-name', id), field: 'name' as const }
  if (roll < everything) return []
  return roll < everything + work
    ? [name]
    : [name, { ...ground, id: world.id('ground-work', id), field: 'work' as const }]
}
