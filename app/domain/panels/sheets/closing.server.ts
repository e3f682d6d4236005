/**
 * Closing the sheets at the term: whoever conducts the panel closes them when the quorum of the form is in; who is
 * missing is named, and what anybody said against it is kept. Under the quorum it is refused: remind, replace or prolong.
 */

import { and, asc, eq, isNull } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify, notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { assembleConclusion } from '#app/domain/panels/conclusions/concluding.server.ts'
import { lockPanel, type PanelState } from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { invitations, people, seats, sheetClosings, sheets } from '#db/schema/index.ts'

/** Closes the sheets; unfinished ones are read by nobody but their authors and count nowhere. */
export async function closeSheets(
  ctx: ActingCtx,
  panelId: string,
  words: { reason: string; dissent: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    const { facts } = state
    const refusal = panelRules.closeSheets(ctx.actor, facts)
    if (refusal === 'sheets-quorum')
      throw new Problem(refusal, { in: facts.sheetsIn, needed: facts.sheetsNeeded })
    authorize(panelRules.closeSheets, ctx.actor, facts)
    const missing = await missingMembers(ctx, panelId)
    await endAwaited(ctx, state)
    await ctx.db.insert(sheetClosings).values({
      ...{ panelId, ...words, needed: facts.sheetsNeeded, sent: facts.sheetsIn },
      ...{ missing: missing.map(({ number }) => number), closedById: ctx.actor.personId, closedAt: ctx.now },
    })
    await assembleConclusion(ctx, state)
    const count = { sent: facts.sheetsIn, missing: missing.length }
    await record(ctx, 'sheets.closed', { kind: 'panel', id: panelId }, count)
    await tell(
      ctx,
      state,
      missing.map(({ personId }) => personId),
    )
  })
}

/** Members whose sheet is open and not in, by rank. */
export async function missingMembers(ctx: Pick<Ctx, 'db'>, panelId: string) {
  return ctx.db
    .select({ personId: people.id, number: people.number })
    .from(sheets)
    .innerJoin(seats, and(eq(seats.id, sheets.seatId), isNull(seats.leftAt)))
    .innerJoin(people, eq(people.id, seats.personId))
    .where(and(eq(sheets.panelId, panelId), isNull(sheets.sentAt)))
    .orderBy(asc(seats.rank))
}

/** Whoever is asked to join and has not answered is not waited for any more. */
async function endAwaited(ctx: Ctx, state: PanelState) {
  for (const { invitation, standing } of state.seats) {
    if (standing !== 'member' || invitation?.answer !== null) continue
    const change = { answer: 'released' as const, answeredAt: ctx.now }
    await ctx.db.update(invitations).set(change).where(eq(invitations.id, invitation.id))
  }
}

async function tell(ctx: Ctx, { panel, object, facts }: PanelState, missing: readonly string[]) {
  const about = { objectKind: 'panel', objectId: panel.id, facts: { ...told(object) } }
  await notifyAll(ctx, missing, 'sheets.closed', { ...about, address: '/cabinet/invitations' })
  if (facts.chairId)
    await notify(ctx, facts.chairId, 'sheets.in', { ...about, address: `/panels/${panel.number}/conclusion` })
}
