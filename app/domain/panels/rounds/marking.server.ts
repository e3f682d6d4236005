/**
 * Marking again: a member sees what the others said on the criteria of the round, and keeps the first mark or writes a
 * second one with a reason. Saved as often as one types, sent once; the first mark is never touched.
 */
import { and, eq } from 'drizzle-orm'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { lockPanel, type PanelState } from '#app/domain/panels/facts.server.ts'
import { roundRules } from '#app/domain/panels/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import type { Form } from '#db/schema/index.ts'
import { secondMarks, secondSheets } from '#db/schema/index.ts'
import { endRound } from './closing.server.ts'
import { lastRound, type RoundRow, secondMarksOf, secondSheetsOf } from './facts.server.ts'
import { type GivenSecond, secondFault, secondMissing } from './second-marks.ts'

/** Keeps what was typed; `seen` is the edition that it was typed over. Returns the new one. */
export async function saveSecondMarks(
  ctx: ActingCtx,
  panelId: string,
  given: readonly GivenSecond[],
  seen: number | null = null,
): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const own = await lockSecond(ctx, panelId)
    return keep(ctx, own, given, seen)
  })
}

/** Sends the second marks; they are not changed any more. The last one closes the round. */
export async function sendSecondMarks(
  ctx: ActingCtx,
  panelId: string,
  given: readonly GivenSecond[] = [],
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const own = await lockSecond(ctx, panelId)
    const { round, form, second, state } = own
    if (given.length > 0) await keep(ctx, own, given, null)
    const said = await secondMarksOf(ctx, [second.id])
    const missing = secondMissing(round.criteria, said)
    if (missing) {
      const question = form.questions.find(({ code }) => code === missing.question)?.title ?? ''
      throw new Problem(missing.code, { question }, missing.question)
    }
    const marks = said.map(({ secondSheetId: _, ...mark }) => mark)
    const hash = sha256({ panel: state.panel.number, round: round.number, person: ctx.actor.number, marks })
    await ctx.db
      .update(secondSheets)
      .set({ sentAt: ctx.now, savedAt: ctx.now, sha256: hash })
      .where(eq(secondSheets.id, second.id))
    await record(ctx, 'round.marked', { kind: 'panel', id: panelId }, { round: round.number, sha256: hash })
    const left = (await secondSheetsOf(ctx, round.id)).filter(({ sentAt }) => sentAt === null)
    if (left.length === 0) await endRound(ctx, state, round, { byId: null, reason: '' })
  })
}

interface Own {
  state: PanelState
  round: RoundRow
  form: Form
  second: Awaited<ReturnType<typeof secondSheetsOf>>[number]
}

async function lockSecond(ctx: ActingCtx, panelId: string): Promise<Own> {
  const state = await lockPanel(ctx, panelId)
  const round = found(await lastRound(ctx, panelId))
  const second = found(
    (await secondSheetsOf(ctx, round.id)).find(({ personId }) => personId === ctx.actor.personId),
  )
  authorize(roundRules.mark, ctx.actor, {
    ...state.facts,
    ...{ ownerId: second.personId, closed: round.closedAt !== null, sent: second.sentAt !== null },
  })
  const { form } = await formOf(ctx, state.panel.questionnaireVersionId)
  return { state, round, form, second }
}

async function keep(
  ctx: Ctx,
  { round, form, second }: Own,
  given: readonly GivenSecond[],
  seen: number | null,
) {
  if (seen !== null && seen !== second.edition) throw new Problem('stale')
  for (const one of given) {
    const title = form.questions.find(({ code }) => code === one.question)?.title ?? ''
    const fault = secondFault(form, round.criteria, one, content().settings.text.reason)
    if (fault) throw new Problem(fault, { question: title }, one.question)
    const values = { ...one, reason: one.reason.replace(/\r\n?/g, '\n') }
    await ctx.db
      .insert(secondMarks)
      .values({ secondSheetId: second.id, ...values })
      .onConflictDoUpdate({ target: [secondMarks.secondSheetId, secondMarks.question], set: values })
  }
  const edition = second.edition + 1
  await ctx.db
    .update(secondSheets)
    .set({ edition, savedAt: ctx.now })
    .where(and(eq(secondSheets.id, second.id), eq(secondSheets.roundId, round.id)))
  return edition
}
