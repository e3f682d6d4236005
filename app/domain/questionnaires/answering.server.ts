/**
 * Answering: a response is opened once, saved as often as one types, and sent once.
 *
 * Saving the same answers again changes nothing, so an autosave may repeat itself after a lost connection. What was
 * sent carries the SHA-256 of its canonical answers and is never changed (the database refuses, too).
 */
import { and, asc, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { answers, type Form, responses } from '#db/schema/index.ts'
import { type Answer, type AnswerValue, answerFault, missingIn } from './forms.ts'
import { formOf } from './publishing.server.ts'

export type ResponseRow = typeof responses.$inferSelect

/** The response of a person to a form about an object; opened at the first call, the same ever after. */
export async function openResponse(
  ctx: Ctx,
  about: { versionId: string; personId: string; objectKind: string; objectId: string },
): Promise<string> {
  const row = { id: uuidv7(), ...about, startedAt: ctx.now, savedAt: ctx.now }
  const [opened] = await ctx.db
    .insert(responses)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: responses.id })
  if (opened) return opened.id
  const { versionId, personId, objectKind, objectId } = responses
  const same = and(
    eq(versionId, about.versionId),
    eq(personId, about.personId),
    eq(objectKind, about.objectKind),
    eq(objectId, about.objectId),
  )
  return found((await ctx.db.select({ id: responses.id }).from(responses).where(same))[0]).id
}

/** Keeps these answers; others stay as they were. Unfinished ones may be kept, wrong ones not. */
export async function saveAnswers(
  ctx: ActingCtx,
  responseId: string,
  given: readonly Answer[],
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { response, form } = await lockOwn(ctx, responseId)
    if (response.sentAt) throw new Problem('response-sent')
    await keep(ctx, responseId, form, given)
  })
}

/** Sends the response: nothing obligatory may be missing. Returns the hash of its answers. `whose`: the room let somebody else enter it. */
export async function sendResponse(
  ctx: ActingCtx,
  responseId: string,
  given: readonly Answer[] = [],
  whose: string = ctx.actor.personId,
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const { response, form } = await lockOwn(ctx, responseId, whose)
    if (response.sentAt) throw new Problem('response-sent')
    await keep(ctx, responseId, form, given)
    const said = await answersOf(ctx, responseId)
    const [missing] = missingIn(form, said)
    if (missing)
      throw new Problem(missing.code, { question: titleOf(form, missing.question) }, missing.question)
    const hash = sha256({ version: response.versionId, answers: said })
    await ctx.db
      .update(responses)
      .set({ sentAt: ctx.now, savedAt: ctx.now, sha256: hash })
      .where(eq(responses.id, responseId))
    await record(ctx, 'response.sent', { kind: 'response', id: responseId }, { sha256: hash })
    return hash
  })
}

/** The answers kept so far, by code of question. */
export async function answersOf(ctx: Pick<Ctx, 'db'>, responseId: string): Promise<Answer[]> {
  const { question, reason, notApplicable, anchorId } = answers
  const rows = await ctx.db
    .select({ question, value: valueText, reason, notApplicable, anchorId })
    .from(answers)
    .where(eq(answers.responseId, responseId))
    .orderBy(asc(answers.question))
  return rows.map((row) => ({ ...row, value: valueIn(row.value) }))
}

/** A value as JSON text: the schema language would read a word that looks like JSON («12», «null») a second time. */
export const valueText = sql<string | null>`${answers.value}::text`

/** The value that such a text holds. */
export function valueIn(text: string | null): AnswerValue {
  return text === null ? null : (JSON.parse(text) as AnswerValue)
}

async function keep(ctx: Ctx, responseId: string, form: Form, given: readonly Answer[]) {
  const known = new Map(form.questions.map((question) => [question.code, question]))
  for (const answer of given) {
    const question = known.get(answer.question)
    if (!question) throw new Problem('question-unknown', {}, answer.question)
    const fault = answerFault(question, answer, content().settings.text.reason)
    if (fault) throw new Problem(fault, { question: question.title }, answer.question)
    const values = { ...answer, reason: answer.reason.replace(/\r\n?/g, '\n') }
    await ctx.db
      .insert(answers)
      .values({ responseId, ...values })
      .onConflictDoUpdate({ target: [answers.responseId, answers.question], set: values })
  }
  const moved = sql`greatest(${responses.savedAt}, ${ctx.now.toISOString()}::timestamptz)`
  if (given.length > 0)
    await ctx.db.update(responses).set({ savedAt: moved }).where(eq(responses.id, responseId))
}

async function lockOwn(ctx: ActingCtx, responseId: string, whose = ctx.actor.personId) {
  const own = and(eq(responses.id, responseId), eq(responses.personId, whose))
  const response = found((await ctx.db.select().from(responses).where(own).for('update'))[0])
  return { response, form: (await formOf(ctx, response.versionId)).form }
}

function titleOf(form: Form, code: string): string {
  return form.questions.find((question) => question.code === code)?.title ?? code
}
