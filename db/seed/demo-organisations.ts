/** About 900 recognisably invented organisations: an authority in each municipality, schools by its size, four bodies. */
import { eq } from 'drizzle-orm'
import { municipalities, organisations } from '#db/schema/index.ts'
import { days, pickByWeight } from './chance.ts'
import { type DemoOrganisation, insertAll, type SeedWorld } from './world.ts'

type Row = typeof organisations.$inferInsert
type Town = { id: string; code: string; name: string }

/** Adds the organisations and puts them into the world by code. */
export async function seedOrganisations(world: SeedWorld): Promise<void> {
  const { db, demo } = world
  const towns: Town[] = await db.select().from(municipalities).orderBy(municipalities.position)
  const rows = [...authorities(world, towns), ...bodies(world, towns)]
  const schools = demo.community.organisations - rows.length
  rows.push(...schoolsOf(world, towns, schools))
  await insertAll(db, organisations, rows)
  await addMinistry(world)
}

function authorities(world: SeedWorld, towns: readonly Town[]): Row[] {
  const { authority } = world.demo.community
  return towns.map((town) => {
    const [name, shortName] = [authority.name, authority.short].map((text) =>
      text.replace('{place}', town.name),
    )
    const code = `authority-${town.code}`
    return add(
      world,
      { code, name: name ?? code, shortName: shortName ?? code, type: 'municipal-authority', town },
      authority.posts,
    )
  })
}

function bodies(world: SeedWorld, towns: readonly Town[]): Row[] {
  return world.demo.community.bodies.map(
    ({ code, name, short, type, municipality, posts, standsFor, contacts }) => {
      const town = towns.find((one) => one.code === municipality)
      const row = add(world, { code, name, shortName: short, type, town }, posts)
      const made = world.organisations.get(code)
      if (standsFor && made) world.organisations.set(standsFor, made)
      return { ...row, ...contacts }
    },
  )
}

function schoolsOf(world: SeedWorld, towns: readonly Town[], count: number): Row[] {
  const { kinds, municipalities: sizes } = world.demo.community
  const sizeOf = (town: Town) => sizes.weights[town.code] ?? sizes.usual
  const numbers = new Map<string, number>()
  return Array.from({ length: count }, (_, i) => {
    // The first rounds give every municipality a few, the rest goes by size.
    const town = towns[i] ?? towns[i - towns.length] ?? pickByWeight(world.rng, towns, sizeOf)
    const kind = pickByWeight(world.rng, kinds, ({ weight }) => weight)
    const n = (numbers.get(kind.code) ?? 0) + 1
    numbers.set(kind.code, n)
    const named = (text: string) => text.replace('{n}', String(n))
    const { type, posts } = kind
    const code = `demo-${kind.code}-${n}`
    return add(
      world,
      { code, name: named(kind.name), shortName: named(kind.short), type, town },
      posts,
      `${kind.code}:${n}`,
    )
  })
}

type Made = { code: string; name: string; shortName: string; type: string; town: Town | undefined }

function add(world: SeedWorld, { town, ...made }: Made, posts: readonly string[], key?: string): Row {
  const id = world.id('organisation', made.code)
  const { code, name, type } = made
  const known: DemoOrganisation = { id, code, name, type, municipality: town?.code ?? null, posts }
  world.organisations.set(code, known)
  if (key) world.organisations.set(key, known)
  const tier =
    type === 'municipal-authority'
      ? 'municipal'
      : ['institute', 'centre', 'community'].includes(type)
        ? 'regional'
        : 'institutional'
  return {
    id,
    ...made,
    // rows of one statement have the same columns
    ...{ address: '', phone: '', email: '', site: '' },
    tier,
    municipalityId: town?.id,
    during: days('1990-01-01'),
    source: 'demo',
    createdAt: world.at(-700),
  }
}

async function addMinistry({ db, organisations: known }: SeedWorld) {
  const [row] = await db.select().from(organisations).where(eq(organisations.code, 'ministry'))
  if (row) known.set('ministry', { ...row, municipality: null, posts: [] })
}
