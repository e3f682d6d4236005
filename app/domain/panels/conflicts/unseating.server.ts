/**
 * Unseating: somebody leaves a seat after a conflict, a challenge or an own step. The next of the reserve moves up; what
 * the person has sent stays, and what was not sent is not waited for.
 */
import { eq } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { assembleConclusion } from '#app/domain/panels/conclusions/concluding.server.ts'
import { lockedState, lockPanel, type PanelState, type Seated } from '#app/domain/panels/facts.server.ts'
import { endEngagements } from '#app/domain/panels/invitations/engaging.server.ts'
import { moveUp } from '#app/domain/panels/invitations/inviting.server.ts'
import { promote } from '#app/domain/panels/invitations/promoting.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { conclusions, invitations, seats } from '#db/schema/index.ts'
import { keepConflicts } from './keeping.server.ts'
import { conflictRules } from './rules.ts'
import { conflictsOfSeats } from './seated.server.ts'

/** Takes a person with a conflict off the panel; Problem('conflict-gone') when there is none. */
export async function replaceConflicted(
  ctx: ActingCtx,
  panelId: string,
  { seatId }: { seatId: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(conflictRules.replace, ctx.actor, state.facts)
    const seat = found(state.seats.find(({ id }) => id === seatId))
    const findings = (await conflictsOfSeats(ctx, state, [seat])).get(seat.personId) ?? []
    if (findings.length === 0) throw new Problem('conflict-gone')
    await keepConflicts(ctx, panelId, [{ personId: seat.personId, findings }])
    await unseat(ctx, state, seat, 'conflict')
    const { facts, object, panel } = state
    if (seat.invitation)
      await notify(ctx, seat.personId, 'panel.unseated', {
        ...{ objectKind: 'seat', objectId: seat.id, address: '/cabinet/invitations' },
        facts: { ...told(object) },
      })
    await record(
      ctx,
      'seat.replaced',
      { kind: 'seat', id: seatId },
      { panel: panel.number, opened: facts.convened },
    )
  })
}

/** Frees the seat under the panel's lock; a member's is offered to the reserve. Its last missing sheet may have been this one's. */
export async function unseat(
  ctx: Ctx,
  state: PanelState,
  seat: Seated,
  why: 'conflict' | 'challenge' | 'recusal',
): Promise<void> {
  const { panel, facts } = state
  const { invitation, personId, standing } = seat
  if (invitation?.answer === null)
    await ctx.db
      .update(invitations)
      .set({ answer: 'released', answeredAt: ctx.now })
      .where(eq(invitations.id, invitation.id))
  if (invitation?.answer === 'accepted') await endEngagements(ctx, panel.id, 'left', personId)
  const reasons = [...seat.reasons, { code: `left-${why}`, facts: {} }]
  await ctx.db.update(seats).set({ reasons }).where(eq(seats.id, seat.id))
  if (standing !== 'member')
    await ctx.db.update(seats).set({ standing: 'released', leftAt: ctx.now }).where(eq(seats.id, seat.id))
  else if (facts.invited) await moveUp(ctx, state, seat)
  else await promote(ctx, state, seat)
  if (!facts.convened) return
  const after = await lockedState(ctx, panel.id)
  if (after.facts.allSent && !(await assembled(ctx, panel.id))) await assembleConclusion(ctx, after)
}

async function assembled(ctx: Ctx, panelId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: conclusions.id })
    .from(conclusions)
    .where(eq(conclusions.panelId, panelId))
    .limit(1)
  return row !== undefined
}
