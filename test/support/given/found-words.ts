/** Where words stand in the database: any table, any column. */
import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'

/** Every table in which the words stand. */
export async function whereIs(db: Db, words: string): Promise<string[]> {
  const tables = await db.execute<{ name: string }>(sql`select format('%I.%I', schemaname, tablename) as name
    from pg_tables where schemaname in ('public', 'closed', 'graphile_worker')`)
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.raw(name)} t where t::text ilike ${`%${words}%`}`,
    )
    if ((row?.n ?? 0) > 0) found.push(name)
  }
  return found
}
