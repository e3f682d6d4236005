/**
 * Answers in own words as moderation sees them: all words of one response are one text. What was sent stays as it is;
 * covered words leave results and exports. An anonymous response has no author: its case names nobody, nobody is told,
 * and a newcomer's is not held, which would say whose it is.
 */
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { holdNewcomer } from '#app/domain/moderation/holding.server.ts'
import type { TextKind, TextKinds, TextShown, Veil } from '#app/domain/moderation/texts.ts'
import { found } from '#app/domain/problem.ts'
import { powersOver } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import {
  hiddenAnswers,
  moderationCases,
  organisations,
  participations,
  people,
  questionnaires,
  questionnaireVersions,
  responses,
} from '#db/schema/index.ts'
import { answersOf } from './answering.server.ts'
import type { QuestionnaireState } from './facts.server.ts'
import { type Answer, choosesOther, type Form } from './forms.ts'

const responseText: TextKind = {
  async lock(ctx, id) {
    const response = await sentResponse(ctx, id)
    const { row, place } = await lockPlace(ctx, response.objectId)
    return {
      ...{ id, authorId: response.personId, place, draftId: row.draftId },
      ...{
        stands: await counts(ctx, response),
        veil: await veilOf(ctx, id),
        ...whereIs(row, await titleOf(ctx, id)),
      },
    }
  },
  async cover(ctx, id, change) {
    await uncover(ctx, id)
    if (change === null) return
    const known = content().moderation.reasons.find(({ code }) => code === change.code)
    const reason = [known?.title.ru, change.words].filter(Boolean).join('. ')
    await coverWords(ctx, id, { veil: change.veil, reason, hiddenById: ctx.actor.personId })
  },
  async shown(ctx, ids) {
    const rows = await responsesShown(ctx, ids)
    return Promise.all(rows.map((row) => textOf(ctx, row)))
  },
}

/** The kinds of text of this room. */
export const questionnaireTexts: TextKinds = { response: responseText }

/** Words of a newcomer wait, where others than the staff would read them. Inside the command that takes the answers. */
export async function holdWords(
  ctx: ActingCtx,
  { row, facts, own }: QuestionnaireState,
  { id, form, given }: { id: string; form: Form; given: readonly Answer[] },
): Promise<void> {
  const read = row.audience === 'everyone' && row.results !== 'staff'
  if (!read || wordsIn(form, given).length === 0) return
  if (own?.responseId) await closeReplaced(ctx, own.responseId)
  const about = { kind: 'response', id, place: facts.place, draftId: row.draftId }
  const held = await holdNewcomer(ctx, about, { title: form.title, number: row.number })
  if (held.hiddenAt) await coverWords(ctx, id, { veil: 'held', reason: '', hiddenById: null })
}

/** Answers in own words, each with its question. Pure. */
export function wordsIn(
  form: Form,
  given: readonly Answer[],
): { question: string; title: string; words: string }[] {
  return form.questions.flatMap(({ code, title, type }) => {
    const answer = given.find((one) => one.question === code)
    if (!answer || answer.value === null) return []
    if (type === 'text') return [{ question: code, title, words: String(answer.value) }]
    return choosesOther(answer.value) ? [{ question: code, title, words: answer.reason }] : []
  })
}

/** What was answered before is counted no more, nor checked. */
async function closeReplaced(ctx: ActingCtx, id: string): Promise<void> {
  const { objectKind, objectId, closedAt, origin } = moderationCases
  await ctx.db
    .update(moderationCases)
    .set({ closedAt: ctx.now })
    .where(and(eq(objectKind, 'response'), eq(objectId, id), eq(origin, 'newcomer'), isNull(closedAt)))
}

/** The questionnaire under its lock, and whose it is. A moderator need not be one of those it asks. */
async function lockPlace(ctx: Ctx, id: string) {
  const [known] = await ctx.db
    .select({ row: questionnaires, municipalityId: organisations.municipalityId })
    .from(questionnaires)
    .innerJoin(organisations, eq(organisations.id, questionnaires.organisationId))
    .where(eq(questionnaires.id, id))
    .for('update', { of: questionnaires })
  const { row, municipalityId } = found(known)
  return { row, place: { organisationId: row.organisationId, municipalityId } }
}

async function sentResponse(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select()
    .from(responses)
    .where(and(eq(responses.id, id), eq(responses.objectKind, 'questionnaire'), isNotNull(responses.sentAt)))
  return found(row)
}

/** Anonymous ones are never replaced, and nothing joins them to who answered. */
async function counts(ctx: Ctx, { id, personId }: { id: string; personId: string | null }): Promise<boolean> {
  if (personId === null) return true
  const [line] = await ctx.db
    .select({ id: participations.responseId })
    .from(participations)
    .where(eq(participations.responseId, id))
  return line !== undefined
}

async function veilOf(ctx: Ctx, id: string): Promise<Veil | null> {
  const [row] = await ctx.db
    .select({ veil: hiddenAnswers.veil })
    .from(hiddenAnswers)
    .where(and(eq(hiddenAnswers.responseId, id), isNotNull(hiddenAnswers.veil)))
    .limit(1)
  return row?.veil ?? null
}

async function uncover(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .delete(hiddenAnswers)
    .where(and(eq(hiddenAnswers.responseId, id), isNotNull(hiddenAnswers.veil)))
}

async function coverWords(
  ctx: Ctx,
  id: string,
  cover: { veil: Veil; reason: string; hiddenById: string | null },
): Promise<void> {
  const words = wordsIn(await formOfResponse(ctx, id), await answersOf(ctx, id))
  if (words.length === 0) return
  await ctx.db
    .insert(hiddenAnswers)
    .values(words.map(({ question }) => ({ responseId: id, question, ...cover, hiddenAt: ctx.now })))
    .onConflictDoNothing()
}

async function formOfResponse(ctx: Ctx, id: string): Promise<Form> {
  const [row] = await ctx.db
    .select({ form: questionnaireVersions.form })
    .from(responses)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .where(eq(responses.id, id))
  return found(row).form
}

const titleOf = async (ctx: Ctx, id: string) => (await formOfResponse(ctx, id)).title

function whereIs({ number }: { number: number }, title: string) {
  return { address: `/questionnaires/${number}/results`, facts: { title, number } }
}

/** The responses among these that the viewer moderates, or sent. */
async function responsesShown(ctx: Ctx, ids: readonly string[]) {
  const viewer = viewerOf(ctx)
  const rows = await ctx.db
    .select({
      ...{ id: responses.id, authorId: responses.personId, sentAt: responses.sentAt },
      ...{ number: questionnaires.number, form: questionnaireVersions.form, author: people.number },
      ...{ organisationId: organisations.id, municipalityId: organisations.municipalityId },
    })
    .from(responses)
    .innerJoin(questionnaires, eq(questionnaires.id, responses.objectId))
    .innerJoin(organisations, eq(organisations.id, questionnaires.organisationId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .leftJoin(people, eq(people.id, responses.personId))
    .where(and(inArray(responses.id, [...ids]), eq(responses.objectKind, 'questionnaire')))
    .orderBy(asc(responses.id))
  return rows.filter(
    (row) =>
      (row.authorId !== null && row.authorId === viewer.personId) ||
      powersOver(ctx.actor, 'remark.moderate', row).length > 0,
  )
}

async function textOf(
  ctx: Ctx,
  { id, author, authorId, form, number, sentAt }: Awaited<ReturnType<typeof responsesShown>>[number],
): Promise<TextShown> {
  const words = wordsIn(form, await answersOf(ctx, id))
  return {
    ...{ id, author: String(author ?? ''), replacement: null, lang: 'ru', context: null },
    ...{ body: words.map(({ title, words }) => `${title}\n${words}`).join('\n\n') },
    ...{ title: String(number), draft: form.title, address: `/questionnaires/${number}/results` },
    ...{
      sentAt: found(sentAt),
      veil: await veilOf(ctx, id),
      withdrawn: !(await counts(ctx, { id, personId: authorId })),
    },
  }
}
