/** Composing: a questionnaire is begun, its questions are built, and it is copied or thrown away before anybody sees it. */
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import { drafts, type Form, organisations, questionnaires, questionnaireVersions } from '#db/schema/index.ts'
import {
  freshCode,
  type Limits,
  moved,
  type QuestionEdit,
  type QuestionType,
  questionOf,
  without,
  withQuestion,
} from './composing.ts'
import { lockQuestionnaire, type QuestionnaireState } from './facts.server.ts'
import { questionnaireRules } from './rules.ts'
import type { SheetRules } from './sheet-rules.ts'
import { sheetFrom } from './templates.server.ts'

export type QuestionnaireKind = 'discussion' | 'expertise' | 'survey' | 'sheet'
export interface NewQuestionnaire {
  kind: QuestionnaireKind
  title: string
  intro: string
  organisationId: string
  /** of its organisation; then that is the questionnaire's too */
  draftSlug?: string
  /** of a sheet: the code of the published form it begins as */
  base?: string
}

/** Begins a questionnaire; returns its public number. */
export async function createQuestionnaire(ctx: ActingCtx, asked: NewQuestionnaire): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const draft = asked.draftSlug ? await draftOf(ctx, asked.draftSlug) : null
    const organisationId = draft?.developerId ?? asked.organisationId
    const empty: Form = { title: asked.title, intro: asked.intro, questions: [] }
    const form = asked.kind === 'sheet' ? await sheetFrom(ctx, empty, asked.base ?? '') : empty
    return insertQuestionnaire(ctx, { kind: asked.kind, organisationId, draftId: draft?.id ?? null, form })
  })
}

/** Another questionnaire with the same questions, of the same organisation and draft; its people and term are its own. */
export async function copyQuestionnaire(ctx: ActingCtx, id: string): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { row, facts, composing, current } = await lockQuestionnaire(ctx, id)
    authorize(questionnaireRules.compose, ctx.actor, facts)
    const { form } = found(composing ?? current)
    const { kind, draftId } = row
    return insertQuestionnaire(ctx, { kind, organisationId: found(row.organisationId), draftId, form })
  })
}

// A sheet is answered only through the panel that uses it: beside a panel it asks nobody.
const audienceOf = {
  discussion: 'everyone',
  expertise: 'everyone',
  survey: 'invited',
  sheet: 'panel',
} as const

async function insertQuestionnaire(
  ctx: ActingCtx,
  of: { kind: QuestionnaireKind; organisationId: string; draftId: string | null; form: Form },
): Promise<number> {
  const [place] = await ctx.db
    .select({ organisationId: organisations.id, municipalityId: organisations.municipalityId })
    .from(organisations)
    .where(eq(organisations.id, of.organisationId))
  authorize(questionnaireRules.create, ctx.actor, { place: found(place) })
  const id = uuidv7()
  const [made] = await ctx.db
    .insert(questionnaires)
    .values({
      ...{ id, code: `own-${id}`, kind: of.kind, organisationId: of.organisationId, draftId: of.draftId },
      ...{ authorId: ctx.actor.personId, audience: audienceOf[of.kind] },
      createdAt: ctx.now,
    })
    .returning({ number: questionnaires.number })
  await ctx.db
    .insert(questionnaireVersions)
    .values({ questionnaireId: id, number: 1, form: of.form, sha256: sha256(of.form) })
  await record(ctx, 'questionnaire.created', { kind: 'questionnaire', id }, { kind: of.kind })
  return found(made).number
}

/**
 * Adds a question, or changes the one with this code. `seen` is the hash of the form that the page was filled over:
 * Problem('stale') when somebody has changed it since.
 */
export async function saveQuestion(
  ctx: ActingCtx,
  id: string,
  asked: { code: string | null; type: QuestionType; edit: QuestionEdit; seen: string },
): Promise<string> {
  return changeForm(ctx, id, asked.seen, (form, state) => {
    const before = form.questions.find(({ code }) => code === asked.code)
    if (asked.code !== null && !before) throw new Problem('not-found')
    const { settings } = content()
    if (!before && form.questions.length >= settings.questionnaires.questions)
      throw new Problem('questions-most', { most: settings.questionnaires.questions })
    const code = before?.code ?? freshCode(state.versions.map((version) => version.form))
    const question = questionOf(before?.type ?? asked.type, code, asked.edit, limits(), before)
    return { form: withQuestion(form, question), result: code }
  })
}

/** Moves a question one place. */
export async function moveQuestion(
  ctx: ActingCtx,
  id: string,
  code: string,
  way: 'up' | 'down',
): Promise<void> {
  await changeForm(ctx, id, null, (form) => ({ form: moved(form, known(form, code), way), result: null }))
}

/** Takes a question out; answers that were given to it stay with their version. */
export async function removeQuestion(ctx: ActingCtx, id: string, code: string): Promise<void> {
  await changeForm(ctx, id, null, (form) => ({ form: without(form, known(form, code)), result: null }))
}

/** Title and introduction. */
export async function retitle(ctx: ActingCtx, id: string, title: string, intro: string): Promise<void> {
  await changeForm(ctx, id, null, (form) => ({ form: { ...form, title, intro }, result: null }))
}

/** What an expert sheet says of its quorum, of marks that lie apart, and of names in a round. */
export async function setSheetRules(
  ctx: ActingCtx,
  id: string,
  rules: SheetRules,
  seen: string,
): Promise<void> {
  await changeForm(ctx, id, seen, (form, { row }) => {
    if (row.kind !== 'sheet') throw new Problem('template-not-sheet')
    return { form: { ...form, sheet: rules }, result: null }
  })
}

/** Throws away what was never published. */
export async function discardQuestionnaire(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockQuestionnaire(ctx, id)
    authorize(questionnaireRules.discard, ctx.actor, facts)
    await ctx.db.update(questionnaires).set({ discardedAt: ctx.now }).where(eq(questionnaires.id, id))
    await record(ctx, 'questionnaire.discarded', { kind: 'questionnaire', id })
  })
}

/** What a question may be, by the settings of the platform. */
export function limits(): Limits {
  const { questionnaires: most, text, uploads } = content().settings
  return {
    ...{ options: most.options, marks: most.marks, questions: most.questions, characters: text.reason },
    ...{ megabytes: uploads.maxMegabytes, types: uploads.types },
  }
}

/** Changes the form that is being composed; a published one is the beginning of the next version. */
async function changeForm<T>(
  ctx: ActingCtx,
  id: string,
  seen: string | null,
  change: (form: Form, state: QuestionnaireState) => { form: Form; result: T },
): Promise<T> {
  return atomically(ctx, async (ctx) => {
    const state = await lockQuestionnaire(ctx, id)
    authorize(questionnaireRules.compose, ctx.actor, state.facts)
    const version = found(state.composing ?? state.current)
    if (seen !== null && seen !== version.sha256) throw new Problem('stale')
    const { form, result } = change(version.form, state)
    const hash = sha256(form)
    if (hash === version.sha256) return result
    if (state.composing) {
      await ctx.db
        .update(questionnaireVersions)
        .set({ form, sha256: hash })
        .where(eq(questionnaireVersions.id, version.id))
    } else {
      const next = { questionnaireId: id, number: version.number + 1, form, sha256: hash }
      await ctx.db.insert(questionnaireVersions).values(next)
    }
    await record(ctx, 'questionnaire.edited', { kind: 'questionnaire', id }, { sha256: hash })
    return result
  })
}

function known(form: Form, code: string): string {
  return found(form.questions.find((one) => one.code === code)).code
}

async function draftOf(ctx: Ctx, slug: string) {
  const [draft] = await ctx.db
    .select({ id: drafts.id, developerId: drafts.developerId })
    .from(drafts)
    .where(and(eq(drafts.slug, slug), draftVisibleTo(viewerOf(ctx))))
  return found(draft)
}
