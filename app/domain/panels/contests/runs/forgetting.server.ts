/** Files of runs are copies to be printed: they go after some days, and are made again when they are wanted. */
import { and, inArray, isNotNull, lt } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import { contestRuns, files } from '#db/schema/index.ts'

/** Takes them out; returns how many. Their contents are swept with those of erased files. Repeatable. */
export async function forgetRunFiles(ctx: Pick<Ctx, 'db' | 'now'>): Promise<number> {
  const before = new Date(ctx.now.getTime() - content().settings.contests.filesDays * 86_400_000)
  return ctx.db.transaction(async (tx) => {
    const old = await tx
      .select({ id: contestRuns.id, fileId: contestRuns.fileId })
      .from(contestRuns)
      .where(and(isNotNull(contestRuns.fileId), lt(contestRuns.finishedAt, before)))
      .for('update')
    const ids = old.flatMap(({ fileId }) => fileId ?? [])
    if (ids.length === 0) return 0
    await tx
      .update(contestRuns)
      .set({ fileId: null })
      .where(
        inArray(
          contestRuns.id,
          old.map(({ id }) => id),
        ),
      )
    await tx.update(files).set({ erasedAt: ctx.now }).where(inArray(files.id, ids))
    return ids.length
  })
}
