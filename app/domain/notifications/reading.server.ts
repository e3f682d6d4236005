/**
 * Reading the log: each named reader handles each sealed entry once, in order.
 *
 * The reader's place moves in the transaction of what it wrote, so a crash repeats nothing and skips nothing. Readers
 * of one name in several processes take turns.
 */
import { eq } from 'drizzle-orm'
import { type SealedEntry, sealedAfter } from '#app/domain/log.server.ts'
import type { Db } from '#db/client.ts'
import { logReaders } from '#db/schema/index.ts'

export type EntryHandler = (db: Db, entry: SealedEntry) => Promise<void>

/**
 * Handles the next entries and returns how many. A handler that fails is told to `onFailure` and its writes are taken
 * back; the reader goes on, because one bad entry must not silence all later letters.
 */
export async function readLog(
  db: Db,
  name: string,
  handler: EntryHandler,
  onFailure: (error: unknown, entry: SealedEntry) => void,
  limit = 100,
): Promise<number> {
  return db.transaction(async (transaction) => {
    const tx = transaction as unknown as Db
    await tx.insert(logReaders).values({ name, seq: 0 }).onConflictDoNothing()
    const [reader] = await tx
      .select()
      .from(logReaders)
      .where(eq(logReaders.name, name))
      .for('update', { skipLocked: true })
    if (!reader) return 0
    const entries = await sealedAfter(tx, reader.seq, limit)
    for (const entry of entries) {
      await tx
        .transaction((savepoint) => handler(savepoint as unknown as Db, entry))
        .catch((error) => onFailure(error, entry))
    }
    const last = entries.at(-1)
    if (last) await tx.update(logReaders).set({ seq: last.seq }).where(eq(logReaders.name, name))
    return entries.length
  })
}
