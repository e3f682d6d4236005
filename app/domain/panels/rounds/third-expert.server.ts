/**
 * A third expert: instead of a round, the first of the reserve who was never asked and has no conflict is invited, and
 * fills an own sheet blind; until it is in, nobody reads the others'.
 */
import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { type Candidate, candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { lockPanel, type PanelState, standingSelection } from '#app/domain/panels/facts.server.ts'
import { invite } from '#app/domain/panels/invitations/inviting.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { filledSheets } from '#app/domain/panels/sheets/filled.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { sheetRulesOf } from '#app/domain/questionnaires/sheet-rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { invitations, seats } from '#db/schema/index.ts'
import { calledCriteria } from './called.ts'

/** Invites one more expert from the reserve; returns the id of the seat. */
export async function callThird(ctx: ActingCtx, panelId: string): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.reconcile, ctx.actor, state.facts)
    if (state.facts.sheetsClosed) throw new Problem('sheets-closed')
    const { form } = await formOf(ctx, state.panel.questionnaireVersionId)
    const { difference } = sheetRulesOf(form)
    if (calledCriteria(form, await filledSheets(ctx, panelId), difference).length === 0)
      throw new Problem('round-nothing-apart', { points: difference })
    const next = await nextSpare(ctx, state)
    if (!next) throw new Problem('reserve-empty')
    const { seat } = next
    const reasons = [...seat.reasons, { code: 'third-expert', facts: {} }]
    await ctx.db.update(seats).set({ standing: 'member', leftAt: null, reasons }).where(eq(seats.id, seat.id))
    await invite(ctx, state, seat)
    await record(ctx, 'seat.added', { kind: 'seat', id: seat.id }, { panel: state.panel.number })
    return seat.id
  })
}

/** Whom it would be, or null: of those who waited in reserve and were never asked, the first without a conflict. */
export async function nextSpare(
  ctx: Ctx,
  state: PanelState,
): Promise<{ seat: typeof seats.$inferSelect; candidate: Candidate } | null> {
  const selection = found(await standingSelection(ctx, state.panel.id))
  const asked = ctx.db.select({ one: sql`1` }).from(invitations).where(eq(invitations.seatId, seats.id))
  const spare = await ctx.db
    .select()
    .from(seats)
    .where(
      and(
        eq(seats.selectionId, selection.id),
        inArray(seats.standing, ['released', 'reserve']),
        notExists(asked),
      ),
    )
    .orderBy(asc(seats.rank))
  if (spare.length === 0) return null
  const clear = new Map(
    (await candidatesOf(ctx, state)).flatMap((one) => (one.conflict === null ? [[one.personId, one]] : [])),
  )
  for (const seat of spare) {
    const candidate = clear.get(seat.personId)
    if (candidate) return { seat, candidate }
  }
  return null
}
