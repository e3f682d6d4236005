/** Closing a round: by the last second sheet, or before by the chair or secretary with a reason; first marks stand where nobody answered. */

import { eq } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { assembleConclusion } from '#app/domain/panels/conclusions/concluding.server.ts'
import { lockPanel, type PanelState } from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { rounds } from '#db/schema/index.ts'
import { lastRound, type RoundRow } from './facts.server.ts'

/** Ends a round that not everybody has answered. */
export async function closeRound(ctx: ActingCtx, panelId: string, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.closeRound, ctx.actor, state.facts)
    const round = found(await lastRound(ctx, panelId))
    await endRound(ctx, state, round, { byId: ctx.actor.personId, reason })
  })
}

/** Closes the round and puts the second marks into the draft of the conclusion. Under the panel's lock. */
export async function endRound(
  ctx: Ctx,
  state: PanelState,
  round: RoundRow,
  { byId, reason }: { byId: string | null; reason: string },
): Promise<void> {
  const { panel, object, facts } = state
  await ctx.db
    .update(rounds)
    .set({ closedAt: ctx.now, closedById: byId, closeReason: reason })
    .where(eq(rounds.id, round.id))
  await assembleConclusion(ctx, state)
  await record(
    ctx,
    'round.closed',
    { kind: 'panel', id: panel.id },
    { number: round.number, early: byId !== null },
  )
  const staff = [facts.chairId, panel.secretaryId ?? panel.requestedById].filter((one) => one !== null)
  await notifyAll(ctx, [...new Set(staff)], 'round.closed', {
    objectKind: 'round',
    objectId: round.id,
    address: `/panels/${panel.number}/round`,
    facts: { ...told(object) },
  })
}
