/** What the experts of the demonstration have already taken part in: finished expertises of the last two years. */
import { engagements } from '#db/schema/index.ts'
import { addDays, below, days, pick } from './chance.ts'
import { type DemoPerson, insertAll, type SeedWorld } from './world.ts'

type Row = typeof engagements.$inferInsert

/** Adds finished expertises: most people have a few, some many, newcomers none. */
export async function seedHistory(world: SeedWorld): Promise<void> {
  const rows = world.experts.flatMap((person) => historyOf(world, person))
  await insertAll(world.db, engagements, rows)
}

function historyOf(world: SeedWorld, person: DemoPerson): Row[] {
  const { rng } = world
  const count = Math.min(14, Math.floor(-Math.log(1 - rng()) * 2.4) + (person.login ? 6 : 0))
  const rows = new Map<string, Row>()
  for (let i = 0; i < count; i += 1) {
    const row = expertise(world, person)
    rows.set(`${row.objectId} ${row.role}`, row)
  }
  return [...rows.values()]
}

function expertise({ rng, id, day, at, demo, directions }: SeedWorld, person: DemoPerson): Row {
  const code = pick(rng, person.directions)
  const titles = demo.community.directions.find((one) => one.code === code)?.expertises ?? []
  const [title, month] = [pick(rng, titles), below(rng, 20)]
  const start = day(-45 - month * 30)
  const object = `${code}:${title}:${month}`
  const role = rng() < 0.06 ? 'chair' : 'member'
  return {
    id: id('engagement', `${person.id}:${object}:${role}`),
    ...{ personId: person.id, kind: 'panel', objectKind: 'expertise', objectId: id('expertise', object) },
    ...{ title: `${title}, ${start.slice(0, 4)}`, directionVersionId: directions.get(code)?.id, role },
    during: days(start, addDays(start, 6 + below(rng, 20))),
    ...{ outcome: 'finished', inRegistry: true, recordedAt: at(-20 - month * 30) },
  }
}
