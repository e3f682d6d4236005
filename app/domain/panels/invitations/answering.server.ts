/** What every answer to an invitation shares: whose it is, whether it still counts, and who is told. */

import { eq } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { isOver, lockedState, type PanelState, type Seated } from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { invitationRules } from '#app/domain/panels/rules.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { invitations, seats } from '#db/schema/index.ts'

export type Answering = { state: PanelState; seat: Seated }

/** Runs the answer of the invited person under the panel's lock, when an answer still counts. */
export async function answering(
  ctx: ActingCtx,
  invitationId: string,
  answer: (ctx: ActingCtx, at: Answering) => Promise<void>,
) {
  await atomically(ctx, async (ctx) => {
    const [known] = await ctx.db
      .select({ panelId: seats.panelId, personId: seats.personId, answer: invitations.answer })
      .from(invitations)
      .innerJoin(seats, eq(seats.id, invitations.seatId))
      .where(eq(invitations.id, invitationId))
    const { panelId, personId, answer: before } = found(known?.personId === ctx.actor.personId ? known : null)
    const state = await lockedState(ctx, panelId)
    const seat = state.seats.find(({ invitation }) => invitation?.id === invitationId)
    const invitation = seat?.invitation
    authorize(invitationRules.answer, ctx.actor, {
      ownerId: personId,
      answered: !invitation || invitation.answer !== null,
      expired: before === 'expired',
      late: invitation !== null && invitation !== undefined && isOver(ctx, invitation.lastDay),
      cancelled: state.facts.cancelled,
      over: state.facts.issued,
    })
    await answer(ctx, { state, seat: found(seat) })
  })
}

/** Tells the secretary of the panel, or who asked for it while there is none. */
export async function tellStaff(ctx: Ctx, { panel, object }: PanelState, kind: string, objectId: string) {
  const address = `/panels/${panel.number}`
  await notify(ctx, panel.secretaryId ?? panel.requestedById, kind, {
    objectKind: 'invitation',
    objectId,
    address,
    facts: { ...told(object) },
  })
}
