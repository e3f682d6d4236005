/**
 * Sweeping: contents of erased files leave the disk at night too, in case the process that erased them had no time for
 * it, or did not know yet that they go.
 */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { removeContents } from './store.server.ts'

// What was kept just now may belong to a row that is not committed yet.
const FRESH_MS = 3_600_000

/** Removes contents of which only erased rows tell; returns how many. Repeatable. */
export async function sweepErased(db: Db, dataDir: string, now: Date): Promise<number> {
  const rows = await db.execute<{ sha256: string }>(sql`select distinct f.sha256 from files f
    where f.erased_at is not null and not exists (
      select from files o where o.sha256 = f.sha256 and o.erased_at is null)`)
  let removed = 0
  for (const { sha256 } of rows) {
    const there = await stat(join(dataDir, 'files', sha256)).catch(() => null)
    if (!there || now.getTime() - there.mtimeMs < FRESH_MS) continue
    await removeContents(dataDir, sha256)
    removed += 1
  }
  return removed
}
