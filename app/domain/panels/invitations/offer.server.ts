/** An own invitation as its person reads it: what is asked, what was answered, and the one thing to do next. */
import { eq } from 'drizzle-orm'
import { type ActingCtx, dayOf } from '#app/domain/ctx.ts'
import { lastActOf } from '#app/domain/panels/composition/standing.server.ts'
import { type PanelState, unlockedState } from '#app/domain/panels/facts.server.ts'
import { ownInvitations } from '#app/domain/panels/queries.server.ts'
import { found } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { seats } from '#db/schema/index.ts'
import { textsOf } from './obligations.server.ts'

export type OfferStep =
  | 'answer'
  | 'late'
  | 'cancelled'
  | 'declined'
  | 'postponed'
  | 'released'
  | 'left'
  | 'sign'
  | 'act'
  | 'opening'
  | 'sheet'
  | 'sent'

/** Problem('not-found') for anybody else. */
export async function offerOf(ctx: ActingCtx, invitationId: string) {
  const mine = await ownInvitations(ctx)
  const row = found(mine.find(({ invitation }) => invitation.id === invitationId))
  const [seat] = await ctx.db.select().from(seats).where(eq(seats.id, row.seat.id))
  const state = await unlockedState(ctx, found(seat).panelId)
  const texts = await textsOf(ctx, row.seat.id)
  const { panel } = state
  return {
    ...row,
    state,
    texts,
    step: await stepOf(ctx, row, state, texts),
    hours: panel.hours ?? content().settings.panels.hours,
  }
}

type Row = Awaited<ReturnType<typeof ownInvitations>>[number]

async function stepOf(
  ctx: ActingCtx,
  { invitation, seat, sheet }: Row,
  { panel, facts }: PanelState,
  texts: Awaited<ReturnType<typeof textsOf>>,
): Promise<OfferStep> {
  const { answer, lastDay } = invitation
  if (panel.cancelledAt) return 'cancelled'
  if (answer === null) return dayOf(ctx.now, ctx.zone) > lastDay ? 'late' : 'answer'
  if (answer === 'expired') return 'late'
  if (answer === 'later') return 'postponed'
  if (answer === 'declined' || answer === 'released') return answer
  if (sheet?.sentAt) return 'sent'
  if (seat.leftAt) return 'left'
  if (texts.some(({ signed }) => signed === null)) return 'sign'
  if (sheet?.id) return 'sheet'
  const act = await lastActOf(ctx, panel.id)
  const named = act?.seats.some(({ seatId }) => seatId === seat.id) ?? false
  return !named && (facts.byAct || act !== null) ? 'act' : 'opening'
}
