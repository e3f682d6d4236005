/**
 * Opening the sheets of every work whose experts have all accepted, in one press. A work of a contest has no chair: its
 * conclusion is the ranking. Works whose expert has a conflict stay closed and are named; the others are opened.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { openSheets } from '#app/domain/panels/composition/opening.server.ts'
import { refuseConflicted } from '#app/domain/panels/conflicts/guarding.server.ts'
import type { ContestRow } from '#app/domain/panels/contests/facts.server.ts'
import { workPanelRules } from '#app/domain/panels/contests/rules.ts'
import type { Item } from '#app/domain/panels/contests/runs/item.ts'
import { lockPanel } from '#app/domain/panels/facts.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { panels } from '#db/schema/index.ts'
import { coursesOf } from './course.server.ts'
import { nextOf } from './next.ts'

/** Works whose experts have all accepted, in the order of codes. */
export async function openingItems(ctx: ActingCtx, contest: ContestRow): Promise<Item[]> {
  const ready = (await coursesOf(ctx, contest)).filter((work) => nextOf(work) === 'ready')
  return ready.map(({ code, panelId }) => ({ code, act: (ctx) => openWork(ctx, panelId) }))
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
