/**
 * Loading: reference data of content/ at every start, and the demo community once.
 *
 * Both are safe to repeat. The same DEMO_DAY gives the same community, ids included, so that tests and benchmarks of
 * different machines speak about the same people.
 */
import { sql } from 'drizzle-orm'
import { demoContent } from '#content/demo.ts'
import type { Content } from '#content/types.ts'
import type { Db } from '#db/client.ts'
import { instance } from '#db/schema/index.ts'
import { seedAccounts } from './demo-accounts.ts'
import { seedHistory } from './demo-history.ts'
import { seedOrders } from './demo-orders.ts'
import { seedOrganisations } from './demo-organisations.ts'
import { seedPeople } from './demo-people.ts'
import { loadOrganisations, loadSubjects, type Say } from './reference.ts'
import { loadDirections, loadDocuments, loadGlossary } from './reference-papers.ts'
import { type SeedWorld, worldOn } from './world.ts'

export { demoAddress, demoPassword } from './demo-accounts.ts'
export type { SeedWorld } from './world.ts'

/** Adds what the database does not have by code; differences are said, never written. */
export async function loadReference({
  db,
  content,
  say = console.log,
}: {
  db: Db
  content: Content
  say?: Say
}): Promise<void> {
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Db
    await loadOrganisations(inside, content, say)
    await loadSubjects(inside, content)
    await loadDocuments(inside, content, say)
    await loadGlossary(inside, content, say)
    await loadDirections(inside, content, say)
  })
}

/** What the mark `demo` of the table instance says. */
export type DemoMark = { day: string; loadedAt: string }

/** Loads the demo community into a database without people, all or nothing; its day is `demoDay`, else today. */
export async function seedDemo({
  db,
  content,
  demoDay,
}: {
  db: Db
  content: Content
  demoDay?: string
  dataDir?: string
}): Promise<SeedWorld> {
  const world = await db.transaction(async (tx) => {
    const world = worldOn(tx as unknown as Db, content, demoContent(), demoDay ? { demoDay } : {})
    await seedOrganisations(world)
    const beside = await seedPeople(world)
    await seedOrders(world, beside)
    await seedAccounts(world)
    await seedHistory(world)
    const value: DemoMark = { day: world.day(0), loadedAt: world.now.toISOString() }
    await tx
      .insert(instance)
      .values({ key: 'demo', value })
      .onConflictDoUpdate({ target: instance.key, set: { value } })
    return world
  })
  // The planner knows nothing of rows that have just come.
  await db.execute(
    sql`analyze people, statuses, order_items, employments, disclosures, engagements, organisations, listings, name_words`,
  )
  return { ...world, db }
}
