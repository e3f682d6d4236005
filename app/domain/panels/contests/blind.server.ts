/**
 * A work as its experts see it: its code, what it says of itself, and its files by number. Nothing tells whose it is:
 * no organisation, no authors, no names of files. What stands inside the files is the participant's own care.
 */
import { eq } from 'drizzle-orm'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import type { StoredFile } from '#app/domain/files/store.server.ts'
import { panelIdOf, panelState } from '#app/domain/panels/facts.server.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestNominations, contests, files, submissions } from '#db/schema/index.ts'
import { workPanelRules } from './rules.ts'
import { workFiles } from './submitting.server.ts'

/**
 * The work of a panel within reach; Problem('not-found') for a panel of something else. Before names are open it is for its
 * experts alone: whoever checked the works by name would know each by its title.
 */
export async function blindWork(ctx: ActingCtx, panelNumber: number) {
  const { panel, object, facts } = await panelState(ctx, await panelIdOf(ctx, panelNumber))
  const named = !(await isBlind(ctx, found(object.submissionId)))
  authorize(workPanelRules.readWork, ctx.actor, { ...facts, named })
  const [row] = await ctx.db
    .select({
      ...{
        id: submissions.id,
        code: submissions.code,
        title: submissions.title,
        summary: submissions.summary,
      },
      ...{ nomination: contestNominations.title, contest: contests.title, contestNumber: contests.number },
    })
    .from(submissions)
    .innerJoin(contestNominations, eq(contestNominations.id, submissions.nominationId))
    .innerJoin(contests, eq(contests.id, submissions.contestId))
    .where(eq(submissions.id, found(object.submissionId)))
  const { id, ...work } = found(row)
  const list = await workFiles(ctx, id)
  return {
    ...work,
    panel: panel.number,
    files: list.map(({ size, mediaType }) => ({ size, mediaType })),
    ids: list,
  }
}

/** Whether it is still told by code alone whose a work is: until the order on the results. */
export async function isBlind(ctx: Pick<Ctx, 'db'>, submissionId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ resultsAt: contests.resultsAt })
    .from(submissions)
    .innerJoin(contests, eq(contests.id, submissions.contestId))
    .where(eq(submissions.id, submissionId))
  return found(row).resultsAt === null
}

/** The n-th file of the work of a panel, under a name that says the code alone. */
export async function expertFile(ctx: ActingCtx, panelNumber: number, at: number): Promise<StoredFile> {
  const { ids, code } = await blindWork(ctx, panelNumber)
  const { id, name } = found(ids[at - 1])
  const [file] = await ctx.db.select().from(files).where(eq(files.id, id))
  const ending = /\.[a-z0-9]{2,5}$/i.exec(name)?.[0].toLowerCase() ?? ''
  return { ...found(file), name: `${code}-${at}${ending}` }
}
