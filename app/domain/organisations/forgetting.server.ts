/**
 * Forgetting: a list that was brought and that nobody wrote holds names, addresses and points of people. It is left by
 * itself after a time, and the scan that came with it goes too.
 */
import { and, eq, lt, notInArray, sql } from 'drizzle-orm'
import { atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { files, importRows, imports, nominationLetters } from '#db/schema/index.ts'

/** Leaves what nobody has written for too long; returns how many lists. */
export async function forgetLists(ctx: Ctx): Promise<number> {
  const oldest = new Date(ctx.now.getTime() - content().settings.retention.openListDays * 86_400_000)
  const late = and(eq(imports.state, 'open'), lt(imports.createdAt, oldest))
  return atomically(ctx, async (ctx) => {
    const left = await ctx.db.update(imports).set({ state: 'discarded' }).where(late).returning()
    for (const { id, settings } of left) {
      await emptyList(ctx.db, { id, settings })
      await record(ctx, 'import.discarded', { kind: 'import', id })
    }
    return left.length
  })
}

/** Takes the rows of a list that is left, and the scan of its letter, which nobody sent. */
export async function emptyList(
  db: Db,
  { id, settings }: Pick<typeof imports.$inferSelect, 'id' | 'settings'>,
) {
  await db.delete(importRows).where(eq(importRows.importId, id))
  if (!settings.file) return
  const sent = db
    .select({ id: sql<string>`${nominationLetters.fileId}` })
    .from(nominationLetters)
    .where(eq(nominationLetters.fileId, settings.file))
  await db
    .update(files)
    .set({ erasedAt: sql`now()`, name: '–' })
    .where(
      and(eq(files.id, settings.file), eq(files.objectKind, 'nomination-letter'), notInArray(files.id, sent)),
    )
}
