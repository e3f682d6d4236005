/**
 * Filling: an expert sheet is a response of its member, saved as one types and sent once; blind until all are in.
 *
 * A mark may rest on a passage of the version under expertise: an anchor, which stays even when the text moves on.
 */

import { and, eq } from 'drizzle-orm'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { assembleConclusion } from '#app/domain/panels/conclusions/concluding.server.ts'
import { refuseOwnConflict } from '#app/domain/panels/conflicts/guarding.server.ts'
import { lockedState, type PanelState, unlockedState } from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { sheetRules } from '#app/domain/panels/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { answersOf, saveAnswers, sendResponse } from '#app/domain/questionnaires/answering.server.ts'
import type { Answer } from '#app/domain/questionnaires/forms.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { commentQuestion, verdictQuestion } from '#app/domain/questionnaires/sheet-questions.ts'
import { evidenceOf, storeAnchor } from '#app/domain/reviews/anchors/passaging.server.ts'
import { blocksOfVersion } from '#app/domain/reviews/anchors/resolutions.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { sheetVisibleTo } from '#db/reach/panels.ts'
import { seats, sheets } from '#db/schema/index.ts'
import { withAddresses } from './evidence.server.ts'
import type { TypedAnswer } from './sheet-form.ts'

/** An answer of the sheet's form: evidence is named by the block it points at. */
export type SheetAnswer = Omit<Answer, 'anchorId'> & { blockId: string | null }

// The three outcomes a conclusion counts; content/ words them, and their order there is from good to bad.
const overalls = ['support', 'support-with-remarks', 'reject'] as const

/** A sheet within reach with its form and answers; Problem('not-found') otherwise. */
export async function sheetOf(ctx: Ctx, sheetId: string) {
  const [row] = await ctx.db
    .select({ sheet: sheets, personId: seats.personId })
    .from(sheets)
    .innerJoin(seats, eq(seats.id, sheets.seatId))
    .where(and(eq(sheets.id, sheetId), sheetVisibleTo(viewerOf(ctx))))
  const { sheet, personId } = found(row)
  const state = await unlockedState(ctx, sheet.panelId)
  const { form } = await formOf(ctx, state.panel.questionnaireVersionId)
  const said = await answersOf(ctx, sheet.responseId)
  const facts = { ...state.facts, ownerId: personId, sent: sheet.sentAt !== null }
  return {
    sheet,
    personId,
    state,
    form,
    facts,
    answers: await withAddresses(ctx, said),
    denial: sheetRules.fill(ctx.actor, facts),
  }
}

/**
 * Keeps what was typed so far; returns the new edition. `seen` is the edition that it was typed over: Problem('stale')
 * when another device has saved since, unless it saved the same.
 */
export async function saveSheet(
  ctx: ActingCtx,
  sheetId: string,
  given: readonly SheetAnswer[],
  seen: number | null = null,
): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { sheet, state } = await lockSheet(ctx, sheetId)
    const before = await answersOf(ctx, sheet.responseId)
    const answers = await anchored(ctx, state, sheet.responseId, given)
    const same = answers.every((answer) => holds(before, answer))
    if (same) return sheet.edition
    if (seen !== null && seen !== sheet.edition) throw new Problem('stale')
    await saveAnswers(ctx, sheet.responseId, answers)
    const edition = sheet.edition + 1
    await ctx.db.update(sheets).set({ edition }).where(eq(sheets.id, sheetId))
    return edition
  })
}

/** Whether this answer is kept already; an empty one holds when there is none. */
function holds(kept: readonly Answer[], answer: Answer): boolean {
  const blank = { value: null, reason: '', notApplicable: false, anchorId: null }
  const known = kept.find(({ question }) => question === answer.question) ?? {
    ...blank,
    question: answer.question,
  }
  const plain = { ...answer, reason: answer.reason.replace(/\r\n?/g, '\n') }
  return (Object.keys(blank) as (keyof typeof blank)[]).every((key) => known[key] === plain[key])
}

/** Sends the sheet: every criterion marked with its reason. It is not changed any more. */
export async function sendSheet(
  ctx: ActingCtx,
  sheetId: string,
  given: readonly SheetAnswer[] = [],
): Promise<void> {
  await refuseOwnConflict(ctx, { sheetId })
  await atomically(ctx, async (ctx) => {
    const { sheet, state } = await lockSheet(ctx, sheetId)
    const responseHash = await sendResponse(
      ctx,
      sheet.responseId,
      await anchored(ctx, state, sheet.responseId, given),
    )
    const { form } = await formOf(ctx, state.panel.questionnaireVersionId)
    const said = await answersOf(ctx, sheet.responseId)
    const answerTo = (code: string) => said.find(({ question }) => question === code)?.value
    const options = form.questions.find(({ code }) => code === verdictQuestion)?.options ?? []
    const overall =
      overalls[
        Math.min(
          options.findIndex(({ code }) => code === answerTo(verdictQuestion)),
          overalls.length - 1,
        )
      ] ?? null
    const comment = String(answerTo(commentQuestion) ?? '')
    const hash = sha256({
      panel: state.panel.number,
      person: ctx.actor.number,
      response: responseHash,
      overall,
      comment,
    })
    await ctx.db
      .update(sheets)
      .set({ sentAt: ctx.now, sha256: hash, overall, comment })
      .where(eq(sheets.id, sheetId))
    await record(ctx, 'sheet.sent', { kind: 'sheet', id: sheetId }, { sha256: hash })
    const after = await lockedState(ctx, state.panel.id)
    if (!after.facts.allSent) return
    await assembleConclusion(ctx, after)
    if (after.facts.chairId) {
      const address = `/panels/${state.panel.number}/conclusion`
      await notify(ctx, after.facts.chairId, 'sheets.in', {
        objectKind: 'panel',
        objectId: state.panel.id,
        address,
        facts: { ...told(state.object) },
      })
    }
  })
}

/** Typed answers with their passages found by printed address; Problem of the question when there is no such place. */
export async function pointed(
  ctx: Ctx,
  versionId: string | null,
  typed: readonly TypedAnswer[],
): Promise<SheetAnswer[]> {
  const asked = typed.some(({ at }) => at !== '')
  const places = asked ? await passagesOf(ctx, versionId) : []
  const blockOf = new Map([...places].reverse().map(({ address, blockId }) => [address, blockId]))
  return typed.map(({ at, ...answer }) => {
    const blockId = at === '' ? null : (blockOf.get(at) ?? null)
    if (at !== '' && blockId === null) throw new Problem('passage-not-found', {}, answer.question)
    return { ...answer, blockId }
  })
}

/** The passages of a version that evidence can point at, by printed address; what is no draft has none. */
export async function passagesOf(ctx: Ctx, versionId: string | null) {
  if (versionId === null) return []
  const rows = await blocksOfVersion(ctx, versionId)
  return rows
    .filter(({ text, address }) => text.trim() !== '' && address !== '')
    .map(({ blockId, address, text }) => ({ blockId, address, words: text.slice(0, 80) }))
}

async function lockSheet(ctx: ActingCtx, sheetId: string) {
  const [row] = await ctx.db
    .select({ sheet: sheets, personId: seats.personId })
    .from(sheets)
    .innerJoin(seats, eq(seats.id, sheets.seatId))
    .where(and(eq(sheets.id, sheetId), sheetVisibleTo(viewerOf(ctx))))
  const { sheet: known, personId } = found(row)
  const state = await lockedState(ctx, known.panelId)
  const sheet = found((await ctx.db.select().from(sheets).where(eq(sheets.id, sheetId)).for('update'))[0])
  authorize(sheetRules.fill, ctx.actor, { ...state.facts, ownerId: personId, sent: sheet.sentAt !== null })
  return { sheet, state }
}

/** Answers with their evidence as anchors; the anchor of an answer that points where it did stays the same. */
async function anchored(
  ctx: Ctx,
  { object }: PanelState,
  responseId: string,
  given: readonly SheetAnswer[],
): Promise<Answer[]> {
  const before = await withAddresses(ctx, await answersOf(ctx, responseId))
  const known = new Map(before.map(({ question, blockId, anchorId }) => [question, { blockId, anchorId }]))
  const done: Answer[] = []
  for (const { blockId, ...answer } of given) {
    const kept = known.get(answer.question)
    const anchorId =
      blockId === null
        ? null
        : kept?.blockId === blockId
          ? kept.anchorId
          : await anchorAt(ctx, object.draft, blockId)
    done.push({ ...answer, anchorId })
  }
  return done
}

async function anchorAt(ctx: Ctx, draft: PanelState['object']['draft'], blockId: string): Promise<string> {
  const { id, versionId } = found(draft) // only a draft has passages
  const { evidence } = await evidenceOf(ctx, id, versionId, { fromBlockId: blockId })
  return storeAnchor(ctx, id, versionId, evidence)
}
