/** Convening: a chair is named among those who accepted, and the sheets are opened to all members at once. */

import { and, eq, isNull } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify, notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { refuseConflicted } from '#app/domain/panels/conflicts/guarding.server.ts'
import { refuseBarred } from '#app/domain/panels/conflicts/seated.server.ts'
import { lockPanel, type PanelState } from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { invitations, panels, seats } from '#db/schema/index.ts'
import { openSheets } from './opening.server.ts'

/** Names the chair; the one before stays a member. */
export async function appointChair(ctx: ActingCtx, panelId: string, seatId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.appointChair, ctx.actor, state.facts)
    const seat = found(state.seats.find(({ id }) => id === seatId))
    if (seat.standing !== 'member' || seat.invitation?.answer !== 'accepted')
      throw new Problem('chair-not-accepted', {}, 'seatId')
    await refuseBarred(ctx, state, [seat.personId])
    const standing = and(eq(seats.panelId, panelId), isNull(seats.leftAt), eq(seats.isChair, 'chair'))
    await ctx.db.update(seats).set({ isChair: null }).where(standing)
    await ctx.db.update(seats).set({ isChair: 'chair' }).where(eq(seats.id, seatId))
    const facts = { ...told(state.object) }
    await notify(ctx, seat.personId, 'panel.chair', {
      objectKind: 'panel',
      objectId: panelId,
      address: '/cabinet/invitations',
      facts,
    })
    await record(ctx, 'panel.chair-appointed', { kind: 'panel', id: panelId }, { seat: seatId })
  })
}

/** Opens a sheet to every member. The reserve stays until the conclusion is out; who was asked in vain is released politely. */
export async function convenePanel(ctx: ActingCtx, panelId: string): Promise<void> {
  await refuseConflicted(ctx, panelId, panelRules.convene, { decided: true })
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.convene, ctx.actor, state.facts)
    await ctx.db.update(panels).set({ convenedAt: ctx.now }).where(eq(panels.id, panelId))
    await releaseAsked(ctx, state)
    const members = await openSheets(ctx, await lockPanel(ctx, panelId))
    await record(ctx, 'panel.convened', { kind: 'panel', id: panelId }, { members })
  })
}

/** Frees those who were asked and are needed no longer, with a letter. Runs under the panel's lock. */
export async function releaseAsked(ctx: Ctx, { panel, object, seats: seated }: PanelState): Promise<number> {
  const spare = seated.filter(({ invitation }) => invitation !== null && invitation.answer === null)
  for (const { id, invitation } of spare) {
    await ctx.db.update(seats).set({ standing: 'released', leftAt: ctx.now }).where(eq(seats.id, id))
    await ctx.db
      .update(invitations)
      .set({ answer: 'released', answeredAt: ctx.now })
      .where(eq(invitations.id, invitation?.id ?? ''))
  }
  await notifyAll(
    ctx,
    spare.map(({ personId }) => personId),
    'panel.released',
    {
      ...{ objectKind: 'panel', objectId: panel.id, address: '/cabinet/invitations' },
      facts: { ...told(object) },
    },
  )
  return spare.length
}
