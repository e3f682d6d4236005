/** Convening: a chair is named among those who accepted, and the sheets are opened to all members at once. */
import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify, notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { conflictsAmong } from '#app/domain/panels/conflicts.server.ts'
import { lockPanel, type PanelState } from '#app/domain/panels/facts.server.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { openResponse } from '#app/domain/questionnaires/answering.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { invitations, panels, seats, sheets } from '#db/schema/index.ts'

/** Names the chair; the one before stays a member. */
export async function appointChair(ctx: ActingCtx, panelId: string, seatId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.appointChair, ctx.actor, state.facts)
    const seat = found(state.seats.find(({ id }) => id === seatId))
    if (seat.standing !== 'member' || seat.invitation?.answer !== 'accepted')
      throw new Problem('chair-not-accepted', {}, 'seatId')
    await refuseConflicted(ctx, state, [seat.personId])
    const standing = and(eq(seats.panelId, panelId), isNull(seats.leftAt), eq(seats.isChair, 'chair'))
    await ctx.db.update(seats).set({ isChair: null }).where(standing)
    await ctx.db.update(seats).set({ isChair: 'chair' }).where(eq(seats.id, seatId))
    const facts = { title: state.object.title }
    await notify(ctx, seat.personId, 'panel.chair', {
      objectKind: 'panel',
      objectId: panelId,
      address: '/cabinet/invitations',
      facts,
    })
    await record(ctx, 'panel.chair-appointed', { kind: 'panel', id: panelId }, { seat: seatId })
  })
}

/** Opens a sheet to every member; the reserve that is not needed is released politely. */
export async function convenePanel(ctx: ActingCtx, panelId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.convene, ctx.actor, state.facts)
    const { seats: seated } = state
    const members = seated.filter(
      ({ standing, invitation }) => standing === 'member' && invitation?.answer === 'accepted',
    )
    await refuseConflicted(
      ctx,
      state,
      members.map(({ personId }) => personId),
    )
    await ctx.db.update(panels).set({ convenedAt: ctx.now }).where(eq(panels.id, panelId))
    for (const member of members) await openSheet(ctx, state, member)
    await release(ctx, state)
    await record(ctx, 'panel.convened', { kind: 'panel', id: panelId }, { members: members.length })
  })
}

/** Opens the sheet of one member; under the panel's lock. */
export async function openSheet(
  ctx: Ctx,
  { panel, object }: PanelState,
  { id: seatId, personId }: { id: string; personId: string },
): Promise<void> {
  const id = uuidv7()
  const about = { versionId: panel.questionnaireVersionId, personId, objectKind: 'panel', objectId: panel.id }
  await ctx.db
    .insert(sheets)
    .values({ id, panelId: panel.id, seatId, responseId: await openResponse(ctx, about) })
  await notify(ctx, personId, 'sheet.opened', {
    objectKind: 'sheet',
    objectId: id,
    address: `/sheets/${id}`,
    facts: { title: object.title, until: panel.lastDay },
  })
}

async function release(ctx: Ctx, { panel, object, seats: seated }: PanelState) {
  const spare = seated.filter(
    ({ standing, invitation }) => standing === 'reserve' || invitation?.answer === null,
  )
  for (const { id, invitation } of spare) {
    await ctx.db.update(seats).set({ standing: 'released', leftAt: ctx.now }).where(eq(seats.id, id))
    if (invitation?.answer === null) {
      await ctx.db
        .update(invitations)
        .set({ answer: 'released', answeredAt: ctx.now })
        .where(eq(invitations.id, invitation.id))
    }
  }
  // Only those who were asked know of the panel; telling the others would only puzzle them.
  const asked = spare.filter(({ invitation }) => invitation !== null).map(({ personId }) => personId)
  const notice = {
    objectKind: 'panel',
    objectId: panel.id,
    address: '/cabinet/invitations',
    facts: { title: object.title },
  }
  await notifyAll(ctx, asked, 'panel.released', notice)
}

async function refuseConflicted(ctx: Ctx, state: PanelState, personIds: readonly string[]) {
  const found = await conflictsAmong(ctx, state, await placesOf(ctx, personIds))
  if (found.size > 0) throw new Problem('member-conflict')
}
