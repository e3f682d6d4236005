/** Stopping the writing of a list of people: what waits never begins, what runs ends at its next row and leaves nothing. */
import { and, eq } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { cancelJob, jobOf } from '#app/domain/files/jobs.server.ts'
import { record } from '#app/domain/log.server.ts'
import { importById } from '#app/domain/organisations/imports.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { imports } from '#db/schema/index.ts'
import { expertRules } from './rules.ts'

/** By whoever began the writing, or an administrator. Problem('conflict') for a list that is not being written. */
export async function stopPeople(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    // Not locked: the writer holds the row as long as it writes.
    const { state, jobId } = await importById(ctx, id)
    authorize(expertRules.importPeople, ctx.actor, {})
    if (state !== 'running' || !jobId) throw new Problem('conflict')
    await cancelJob(ctx, jobId)
    // A job that had not begun will not open the list again itself.
    if ((await jobOf(ctx, jobId)).state === 'cancelled')
      await ctx.db
        .update(imports)
        .set({ state: 'open', problem: 'import-cancelled' })
        .where(and(eq(imports.id, id), eq(imports.state, 'running')))
    await record(ctx, 'import.stopped', { kind: 'import', id })
  })
}
