/**
 * Inviting: members are asked, they accept with a declaration of no conflict or decline, and the reserve moves up.
 *
 * Everything happens under the panel's lock, so one seat has one winner. A term ends at 24:00 of its last day; an
 * answer after it is refused even when the closing job has not run yet.
 */

import { and, eq, isNull, lt } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { openSheets } from '#app/domain/panels/composition/opening.server.ts'
import { refuseConflicted, refuseOwnConflict } from '#app/domain/panels/conflicts/guarding.server.ts'
import { declareConflict } from '#app/domain/panels/conflicts/keeping.server.ts'
import {
  isOver,
  lockedState,
  lockPanel,
  type PanelState,
  type Seated,
} from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { invitations, panels, seats } from '#db/schema/index.ts'
import { answering, tellStaff } from './answering.server.ts'
import { beginEngagement } from './engaging.server.ts'
import { sign } from './obligations.server.ts'
import { promote } from './promoting.server.ts'

/** Asks every member who was not asked yet; conflicts are looked for again first. Returns how many were asked. */
export async function sendInvitations(ctx: ActingCtx, panelId: string): Promise<number> {
  await refuseConflicted(ctx, panelId, panelRules.invite, { decided: true })
  return atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.invite, ctx.actor, state.facts)
    const unasked = state.seats.filter(
      ({ standing, invitation }) => standing === 'member' && invitation === null,
    )
    if (unasked.length === 0) throw new Problem('nobody-to-invite')
    await refuseIneligible(ctx, state, unasked)
    for (const seat of unasked) await invite(ctx, state, seat)
    await record(ctx, 'panel.invited', { kind: 'panel', id: panelId }, { count: unasked.length })
    return unasked.length
  })
}

/** Accepts, signing the declaration of no conflict and the undertaking not to disclose. */
export async function acceptInvitation(ctx: ActingCtx, invitationId: string): Promise<void> {
  await refuseOwnConflict(ctx, { invitationId })
  await answering(ctx, invitationId, async (ctx, { state, seat }) => {
    await ctx.db
      .update(invitations)
      .set({ answer: 'accepted', answeredAt: ctx.now, noConflictAt: ctx.now })
      .where(eq(invitations.id, invitationId))
    await sign(ctx, seat.id)
    await seatTaken(ctx, state, seat)
    await record(
      ctx,
      'invitation.accepted',
      { kind: 'invitation', id: invitationId },
      { panel: state.panel.number },
    )
    await tellStaff(ctx, state, 'invitation.accepted', invitationId)
  })
}

/** Declines with a reason, which the secretary alone sees; the next reserve takes the seat. */
export async function declineInvitation(
  ctx: ActingCtx,
  invitationId: string,
  answer: { reason: string; conflict?: boolean },
): Promise<void> {
  await answering(ctx, invitationId, async (ctx, { state, seat }) => {
    await ctx.db
      .update(invitations)
      .set({ answer: 'declined', answeredAt: ctx.now, reason: answer.reason })
      .where(eq(invitations.id, invitationId))
    if (answer.conflict) await declareConflict(ctx, state.panel.id, seat.personId)
    await record(
      ctx,
      'invitation.declined',
      { kind: 'invitation', id: invitationId },
      { panel: state.panel.number },
    )
    await moveUp(ctx, state, seat)
    await tellStaff(ctx, state, 'invitation.declined', invitationId)
  })
}

/** Ends invitations whose term is over and moves the reserve up; run daily and safe to repeat. Returns how many. */
export async function expireInvitations(ctx: Ctx): Promise<number> {
  const late = await ctx.db
    .select({ id: invitations.id, panelId: seats.panelId })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(panels, eq(panels.id, seats.panelId))
    .where(
      and(
        isNull(invitations.answer),
        lt(invitations.lastDay, dayOf(ctx.now, ctx.zone)),
        isNull(panels.cancelledAt),
      ),
    )
  let ended = 0
  for (const { id, panelId } of late) if (await expire(ctx, id, panelId)) ended += 1
  return ended
}

async function expire(ctx: Ctx, invitationId: string, panelId: string): Promise<boolean> {
  return atomically(ctx, async (ctx) => {
    const state = await lockedState(ctx, panelId)
    const seat = state.seats.find(({ invitation }) => invitation?.id === invitationId)
    if (!seat?.invitation || seat.invitation.answer !== null || !isOver(ctx, seat.invitation.lastDay))
      return false
    await ctx.db
      .update(invitations)
      .set({ answer: 'expired', answeredAt: ctx.now })
      .where(eq(invitations.id, invitationId))
    await record(
      ctx,
      'invitation.expired',
      { kind: 'invitation', id: invitationId },
      { panel: state.panel.number },
    )
    await moveUp(ctx, state, seat)
    await tellStaff(ctx, state, 'invitation.expired', invitationId)
    return true
  })
}

/** A seat has its winner: the work begins; in a panel at work without acts the sheet opens at once. */
export async function seatTaken(ctx: ActingCtx, state: PanelState, seat: Seated): Promise<void> {
  await beginEngagement(ctx, state, seat.personId)
  await openSheets(ctx, await lockedState(ctx, state.panel.id))
}

/** Frees the seat and asks the reserve that moves up, when there is one. */
export async function moveUp(ctx: Ctx, state: PanelState, left: Seated) {
  const next = await promote(ctx, state, left)
  if (next) await invite(ctx, state, next)
}

/** Asks the person of a seat; the term is of the panel. */
export async function invite(
  ctx: Ctx,
  { panel, object }: PanelState,
  seat: { id: string; personId: string },
) {
  const id = uuidv7()
  const term = new Date(Date.parse(dayOf(ctx.now, ctx.zone)) + panel.answerDays * 86_400_000)
    .toISOString()
    .slice(0, 10)
  await ctx.db.insert(invitations).values({ id, seatId: seat.id, sentAt: ctx.now, lastDay: term })
  const hours = panel.hours ?? content().settings.panels.hours
  const facts = { ...told(object), until: term, hours, sheets: panel.lastDay }
  await notify(ctx, seat.personId, 'panel.invited', {
    objectKind: 'invitation',
    objectId: id,
    address: `/cabinet/invitations/${id}`,
    facts,
  })
}

async function refuseIneligible(ctx: Ctx, state: PanelState, asked: readonly Seated[]) {
  const able = new Set((await candidatesOf(ctx, state)).map(({ personId }) => personId))
  const refused = asked.find(({ personId }) => !able.has(personId))
  if (refused) throw new Problem('seat-not-eligible', { rank: refused.rank })
}
