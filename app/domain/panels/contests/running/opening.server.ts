/**
 * Opening the sheets of every work whose experts have all accepted, in one press. A work of a contest has no chair: its
 * conclusion is the ranking. Works whose expert has a conflict stay closed and are named; the others are opened.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { openSheets } from '#app/domain/panels/composition/opening.server.ts'
import { refuseConflicted } from '#app/domain/panels/conflicts/guarding.server.ts'
import { contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { contestRules, workPanelRules } from '#app/domain/panels/contests/rules.ts'
import { lockPanel } from '#app/domain/panels/facts.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { panels } from '#db/schema/index.ts'
import { coursesOf } from './course.server.ts'
import { nextOf } from './next.ts'

export interface Outcome {
  done: number
  /** codes of works that stay, with the reason */
  refused: { code: string; problem: string }[]
}

/** Opens them work by work: what was opened stays open whatever comes after. Problem('nothing-ready') without one. */
export async function openReady(ctx: ActingCtx, number: number): Promise<Outcome> {
  const { contest, facts } = await contestByNumber(ctx, number)
  authorize(contestRules.invite, ctx.actor, facts)
  const ready = (await coursesOf(ctx, contest)).filter((work) => nextOf(work) === 'ready')
  if (ready.length === 0) throw new Problem('nothing-ready')
  const outcome = await eachOf(ready, ({ panelId }) => openWork(ctx, panelId))
  await atomically(ctx, (ctx) =>
    record(ctx, 'contest.sheets-opened', { kind: 'contest', id: contest.id }, { works: outcome.done }),
  )
  return outcome
}

async function openWork(ctx: ActingCtx, panelId: string) {
  // the batch was approved as a whole: what only warns was known then, what blocks stops the work
  await refuseConflicted(ctx, panelId, workPanelRules.open)
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(workPanelRules.open, ctx.actor, state.facts)
    await ctx.db
      .update(panels)
      .set({ convenedAt: ctx.now })
      .where(and(eq(panels.id, panelId), isNull(panels.convenedAt)))
    const members = await openSheets(ctx, await lockPanel(ctx, panelId))
    await record(ctx, 'panel.convened', { kind: 'panel', id: panelId }, { members })
  })
}

/** Does it for each work; a refusal of one is kept and the next one goes on. */
export async function eachOf<T extends { code: string }>(
  works: readonly T[],
  act: (work: T) => Promise<unknown>,
): Promise<Outcome> {
  const outcome: Outcome = { done: 0, refused: [] }
  for (const work of works) {
    try {
      await act(work)
      outcome.done += 1
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      outcome.refused.push({ code: work.code, problem: error.code })
    }
  }
  return outcome
}
