/** Reminding: once by itself before the term ends, and by the secretary whenever it is worth a letter; once a day. */

import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { isOver, lockedState, lockPanel, type PanelState } from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { invitationRules, panelRules } from '#app/domain/panels/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { invitations, panels, seats } from '#db/schema/index.ts'

/** Reminds whoever has not answered shortly before the term ends; run by the clock and safe to repeat. */
export async function remindInvited(ctx: Ctx): Promise<number> {
  const today = dayOf(ctx.now, ctx.zone)
  const soon = dayAfter(today, content().settings.panels.remindDays)
  const due = await ctx.db
    .select({ id: invitations.id, panelId: seats.panelId })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(panels, eq(panels.id, seats.panelId))
    .where(
      and(
        ...[isNull(invitations.answer), isNull(invitations.remindedAt), isNull(panels.cancelledAt)],
        lte(invitations.lastDay, soon),
        sql`${invitations.lastDay} >= ${today}`,
        // whoever was asked today has read it today
        sql`(${invitations.sentAt} at time zone ${ctx.zone})::date < ${today}::date`,
      ),
    )
  let told = 0
  for (const { id, panelId } of due) {
    told += await atomically(ctx, async (ctx) => {
      const state = await lockedState(ctx, panelId)
      return (await remind(ctx, state, id)) ? 1 : 0
    })
  }
  return told
}

/** The secretary's reminder. Problems: reminded-today; those of an answer that is no longer awaited. */
export async function remindPerson(ctx: ActingCtx, panelId: string, invitationId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.keep, ctx.actor, state.facts)
    const seat = found(state.seats.find(({ invitation }) => invitation?.id === invitationId))
    const invitation = found(seat.invitation)
    authorize(invitationRules.awaited, ctx.actor, {
      expired: invitation.answer === 'expired',
      ...{ ownerId: seat.personId, answered: invitation.answer !== null },
      ...{
        late: isOver(ctx, invitation.lastDay),
        cancelled: state.facts.cancelled,
        over: state.facts.issued,
      },
    })
    const { remindedAt } = invitation
    if (remindedAt && dayOf(remindedAt, ctx.zone) === dayOf(ctx.now, ctx.zone))
      throw new Problem('reminded-today')
    await remind(ctx, state, invitationId)
  })
}

async function remind(
  ctx: Ctx,
  { panel, object, seats }: PanelState,
  invitationId: string,
): Promise<boolean> {
  const seat = seats.find(({ invitation }) => invitation?.id === invitationId)
  if (!seat?.invitation || seat.invitation.answer !== null) return false
  await ctx.db.update(invitations).set({ remindedAt: ctx.now }).where(eq(invitations.id, invitationId))
  await record(ctx, 'invitation.reminded', { kind: 'invitation', id: invitationId }, { panel: panel.number })
  // each reminder is news of its own, the invitation itself is told once
  await notify(ctx, seat.personId, 'invitation.reminder', {
    ...{ objectKind: 'reminder', objectId: uuidv7(), address: `/cabinet/invitations/${invitationId}` },
    facts: { ...told(object), until: seat.invitation.lastDay },
  })
  return true
}
