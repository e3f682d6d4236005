/**
 * Leaving a panel at work: the seat is freed, the engagement ends, what was begun of the sheet stays unsent and is not
 * counted, and the reserve moves up. Where acts compose the panel the new member waits for the amending act.
 */

import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { assembleWithout } from '#app/domain/panels/conclusions/concluding.server.ts'
import { lockedState, lockPanel, type PanelState, type Seated } from '#app/domain/panels/facts.server.ts'
import { leaveEngagement } from '#app/domain/panels/invitations/engaging.server.ts'
import { moveUp } from '#app/domain/panels/invitations/inviting.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { conclusions, invitations, panels, seats } from '#db/schema/index.ts'
import { releaseAsked } from './convening.server.ts'

/** Frees the seat of a member who is out, and asks the reserve. Runs under the panel's lock, in the command of whoever says why. */
export async function vacate(ctx: Ctx, state: PanelState, seat: Seated): Promise<void> {
  await leaveEngagement(ctx, state.panel.id, seat.personId)
  await moveUp(ctx, state, seat)
  // the sheet that all waited for may have been this one's
  await assembleWithout(ctx, state.panel.id)
}

/** Replaces a member whose status has ended. Problem('member-stands') while it holds. */
export async function replaceLost(ctx: ActingCtx, panelId: string, seatId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.replace, ctx.actor, state.facts)
    const seat = found(state.seats.find(({ id }) => id === seatId))
    if (!state.facts.lostIds.includes(seat.personId)) throw new Problem('member-stands')
    await vacate(ctx, state, seat)
    await record(ctx, 'seat.lost', { kind: 'seat', id: seatId }, { panel: state.panel.number })
    await notify(ctx, seat.personId, 'seat.lost', {
      ...{ objectKind: 'seat', objectId: seatId, address: '/cabinet/invitations' },
      facts: { ...told(state.object) },
    })
  })
}

/** Tells the staff of members whose status has ended, once for each; run by the clock. Returns how many there are. */
export async function tellLost(ctx: Ctx): Promise<number> {
  const open = await ctx.db
    .selectDistinct({ id: panels.id })
    .from(panels)
    .innerJoin(seats, and(eq(seats.panelId, panels.id), isNull(seats.leftAt), eq(seats.standing, 'member')))
    .innerJoin(invitations, and(eq(invitations.seatId, seats.id), eq(invitations.answer, 'accepted')))
    .leftJoin(conclusions, and(eq(conclusions.panelId, panels.id), isNotNull(conclusions.issuedAt)))
    .where(and(isNull(panels.cancelledAt), isNull(conclusions.id)))
  let lost = 0
  for (const { id } of open) {
    await atomically(ctx, async (ctx) => {
      const { panel, object, facts, seats: seated } = await lockedState(ctx, id)
      for (const seat of seated.filter(({ personId }) => facts.lostIds.includes(personId))) {
        lost += 1
        await notify(ctx, panel.secretaryId ?? panel.requestedById, 'member.lost', {
          ...{ objectKind: 'seat', objectId: seat.id, address: `/panels/${panel.number}` },
          facts: { ...told(object) },
        })
      }
    })
  }
  return lost
}

/** Frees those who were still asked when the conclusion came out, with a letter; run by the clock. */
export async function releaseLate(ctx: Ctx): Promise<number> {
  const over = await ctx.db
    .selectDistinct({ id: panels.id })
    .from(panels)
    .innerJoin(conclusions, and(eq(conclusions.panelId, panels.id), isNotNull(conclusions.issuedAt)))
    .innerJoin(seats, and(eq(seats.panelId, panels.id), isNull(seats.leftAt)))
    .innerJoin(invitations, and(eq(invitations.seatId, seats.id), isNull(invitations.answer)))
  let released = 0
  for (const { id } of over)
    released += await atomically(ctx, async (ctx) => {
      const state = await lockedState(ctx, id)
      await record(ctx, 'panel.released', { kind: 'panel', id }, { number: state.panel.number })
      return releaseAsked(ctx, state)
    })
  return released
}
