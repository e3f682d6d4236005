/**
 * Concluding: the draft is assembled when the last sheet is in, and its head words it until it is issued.
 *
 * A change after the text was sent to the members asks them again. People are named by number.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { lockedState, type PanelState } from '#app/domain/panels/facts.server.ts'
import type { ConclusionEdit } from '#app/domain/panels/forms.ts'
import { standingOf } from '#app/domain/panels/objects/standing.server.ts'
import { courseOf } from '#app/domain/panels/sheets/course.server.ts'
import { filledSheets } from '#app/domain/panels/sheets/filled.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { conclusions } from '#db/schema/index.ts'
import { supersedeEdition } from './agreeing.server.ts'
import { anew, assemble, type ConclusionBody } from './assembling.ts'
import { lockConclusion, lockedConclusion } from './facts.server.ts'
import { conclusionRules } from './rules.ts'
import { draftedText } from './statements.ts'

/**
 * Makes the draft of the conclusion from the sheets that are in, or makes it anew with what came since: the chair's words
 * stay. Runs in the command that brought the last sheet, closed them, or ended a round.
 */
export async function assembleConclusion(ctx: Ctx, state: PanelState): Promise<void> {
  const { panel, object } = state
  const filled = await filledSheets(ctx, panel.id)
  const { form } = await formOf(ctx, panel.questionnaireVersionId)
  const number = `${panel.number}-1`
  const heading = {
    number,
    panel: { number: panel.number, title: panel.title },
    ...(panel.resultKind === 'inspection' ? { kind: 'inspection' as const } : {}),
    object: { kind: object.kind, title: object.name, ...(await standingOf(ctx, state)) },
    chair: filled.find(({ personId }) => personId === state.facts.chairId)?.person ?? 0,
    ...(await courseOf(ctx, panel.id)),
  }
  const sheets = filled.map(({ person, answers, second }) => ({
    person,
    answers,
    ...(second ? { second } : {}),
  }))
  const bare = assemble(heading, form, sheets)
  const body = { ...bare, text: draftedText(bare) }
  const [known] = await ctx.db
    .select({ id: conclusions.id, body: conclusions.body })
    .from(conclusions)
    .where(and(eq(conclusions.panelId, panel.id), isNull(conclusions.issuedAt)))
  if (known) {
    const before = known.body as unknown as ConclusionBody
    // what is with the members is no longer what the sheets say
    await supersedeEdition(ctx, await lockedConclusion(ctx, panel.id))
    const untouched = before.text === draftedText(before)
    const remade = { ...anew(before, body), ...(untouched ? { text: body.text } : {}) }
    await ctx.db
      .update(conclusions)
      .set({ body: { ...remade }, savedAt: ctx.now })
      .where(eq(conclusions.id, known.id))
  } else {
    const row = { id: uuidv7(), number, panelId: panel.id, revision: 1, createdAt: ctx.now, savedAt: ctx.now }
    await ctx.db
      .insert(conclusions)
      .values({ ...row, body: { ...body } })
      .onConflictDoNothing()
  }
  await record(ctx, 'conclusion.assembled', { kind: 'panel', id: panel.id }, { number })
}

/** The first draft, where the last sheet that was waited for will not come: its member has left. Runs under the panel's lock. */
export async function assembleWithout(ctx: Ctx, panelId: string): Promise<void> {
  const state = await lockedState(ctx, panelId)
  if (!state.facts.convened || !state.facts.allSent) return
  const begun = await ctx.db.$count(conclusions, eq(conclusions.panelId, panelId))
  if (begun === 0) await assembleConclusion(ctx, state)
}

/** Keeps the chair's words; Problem('stale') when somebody saved in between. Returns the new count of edits. */
export async function editConclusion(ctx: ActingCtx, panelId: string, edit: ConclusionEdit): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { body, id, state } = await lockDraftConclusion(ctx, panelId)
    const edited = worded(body, edit)
    await supersedeEdition(ctx, state)
    await ctx.db
      .update(conclusions)
      .set({ body: { ...edited }, savedAt: ctx.now })
      .where(eq(conclusions.id, id))
    await record(ctx, 'conclusion.edited', { kind: 'conclusion', id }, { edition: edited.edition })
    return edited.edition
  })
}

async function lockDraftConclusion(ctx: ActingCtx, panelId: string) {
  const state = await lockConclusion(ctx, panelId)
  authorize(conclusionRules.edit, ctx.actor, state.facts)
  return { id: found(state.row).id, state, body: found(state.body) }
}

function worded(
  body: ConclusionBody,
  { verdict, text, recommendations, revision }: ConclusionEdit,
): ConclusionBody {
  if (revision !== body.edition) throw new Problem('stale')
  if (!body.verdicts.some(({ code }) => code === verdict)) throw new Problem('invalid', {}, 'verdict')
  const plain = (words: string) => words.replace(/\r\n?/g, '\n')
  return {
    ...body,
    verdict,
    text: plain(text),
    recommendations: plain(recommendations),
    edition: body.edition + 1,
  }
}
