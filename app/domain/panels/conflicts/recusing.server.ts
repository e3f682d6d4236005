/** «Самоотвод»: a member who had accepted steps back; the reserve moves up and whoever selects is told. */
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { lockedState, standingSelection } from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { invitations, recusals, seats } from '#db/schema/index.ts'
import { declareConflict } from './keeping.server.ts'
import { conflictRules } from './rules.ts'
import { unseat } from './unseating.server.ts'

/** Leaves the own accepted seat. Its reason is for the secretary; with `conflict` it is a declaration too. */
export async function recuse(
  ctx: ActingCtx,
  invitationId: string,
  { reason, conflict }: { reason: string; conflict: boolean },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const [known] = await ctx.db
      .select({ panelId: seats.panelId, personId: seats.personId })
      .from(invitations)
      .innerJoin(seats, eq(seats.id, invitations.seatId))
      .where(eq(invitations.id, invitationId))
    const { panelId, personId } = found(known?.personId === ctx.actor.personId ? known : null)
    const state = await lockedState(ctx, panelId)
    const seat = state.seats.find(({ invitation }) => invitation?.id === invitationId)
    const accepted = seat?.invitation?.answer === 'accepted'
    authorize(conflictRules.recuse, ctx.actor, { ...state.facts, ownerId: personId, accepted })
    await ctx.db.insert(recusals).values({ id: uuidv7(), invitationId, conflict, at: ctx.now })
    await ctx.db.update(invitations).set({ reason }).where(eq(invitations.id, invitationId))
    if (conflict) await declareConflict(ctx, panelId, personId)
    await unseat(ctx, state, found(seat), 'recusal')
    const { panel, object } = state
    await record(ctx, 'seat.recused', { kind: 'invitation', id: invitationId }, { panel: panel.number })
    const people = [
      panel.secretaryId ?? panel.requestedById,
      (await standingSelection(ctx, panelId))?.selectedById ?? panel.requestedById,
    ]
    await notifyAll(ctx, people, 'seat.recused', {
      ...{ objectKind: 'invitation', objectId: invitationId, address: `/panels/${panel.number}` },
      facts: { ...told(object) },
    })
  })
}
