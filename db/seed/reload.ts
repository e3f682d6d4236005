/** Brings a demonstration back to its beginning: everything goes, then reference data and the community come anew. */
import { eq, sql } from 'drizzle-orm'
import type { Content } from '#content/types.ts'
import type { Db } from '#db/client.ts'
import { instance } from '#db/schema/index.ts'
import { type DemoMark, loadReference, seedDemo } from './index.ts'

/** The mark of a loaded demonstration, or null: then this database is not one and must not be emptied. */
export async function demoMark(db: Db): Promise<DemoMark | null> {
  const [row] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  return row ? (row.value as DemoMark) : null
}

/**
 * Empties every table and loads again, in one transaction of the owner: whoever reads meanwhile sees all of the old or
 * all of the new. Secrets of the installation stay: its keys, too, and what passes an assessment, which a start writes. False when the database is not a demonstration.
 */
export async function reloadDemo(db: Db, content: Content, demoDay?: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const inside = tx as unknown as Db
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('rses.reload'))`)
    if ((await demoMark(inside)) === null) return false
    const tables = await tx.execute<{ name: string }>(sql`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'closed') and tablename not in ('instance', 'pass', 'signing_keys')`)
    const names = tables.map(({ name }) => name).join(', ')
    await tx.execute(sql`truncate ${sql.raw(names)} restart identity`)
    await loadReference({ db: inside, content })
    await seedDemo({ db: inside, content, ...(demoDay ? { demoDay } : {}) })
    await tx.execute(sql`select pg_notify('rses_log', 'demo.reloaded')`)
    return true
  })
}
