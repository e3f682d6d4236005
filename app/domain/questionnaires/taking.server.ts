/**
 * Taking answers: what is typed is kept for its author alone; once sent it is an immutable response under its hash.
 *
 * A term is judged at receipt, under the questionnaire's lock, so two sendings of one person cannot both count. An
 * anonymous response has no person, no moment of its own and a random id, and the lines of those who answered are laid
 * down anew each time, in the order of people: neither time nor place in the table joins an answer to anybody.
 */
import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { dropUnsent, keepUnsent, unsentOf } from '#app/domain/accounts/unsent.server.ts'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { answers, participations, responses } from '#db/schema/index.ts'
import { answersOf } from './answering.server.ts'
import { attachmentFaults } from './attaching.server.ts'
import { lockQuestionnaire, type QuestionnaireState, type VersionRow } from './facts.server.ts'
import { answersIn, type Typed, typedOf } from './fields.ts'
import type { Answer } from './forms.ts'
import { holdWords } from './moderated.server.ts'
import { questionnaireRules } from './rules.ts'
import { sendingFaults } from './sending.ts'

const keyOf = (id: string) => `questionnaire:${id}`

/** Keeps what was typed so far, finished or not. */
export async function keepTyped(ctx: ActingCtx, state: QuestionnaireState, typed: Typed): Promise<void> {
  authorize(questionnaireRules.answer, ctx.actor, state.facts)
  await keepUnsent(ctx, keyOf(state.row.id), typed)
}

/** What the actor typed last, else the answer that is in and may be given anew; `savedAt` null when nothing was kept. */
export async function typedBefore(
  ctx: ActingCtx,
  state: QuestionnaireState,
): Promise<{ typed: Typed; savedAt: Date | null }> {
  const kept = await unsentOf(ctx, keyOf(state.row.id))
  if (kept) return { typed: kept.fields, savedAt: kept.savedAt }
  const sent = state.own?.responseId
  if (!sent || !state.current) return { typed: {}, savedAt: null }
  return { typed: typedOf(state.current.form, await answersOf(ctx, sent)), savedAt: null }
}

/**
 * Sends the answers. `versionId` is the form that was filled: Problem('stale-form') when a newer one was published
 * meanwhile; what was typed stays kept. Returns the hash of the response.
 */
export async function sendAnswers(
  ctx: ActingCtx,
  id: string,
  { versionId, typed }: { versionId: string; typed: Typed },
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const state = await lockQuestionnaire(ctx, id)
    authorize(questionnaireRules.answer, ctx.actor, state.facts)
    const version = found(state.current)
    if (version.id !== versionId) throw new Problem('stale-form')
    const given = answersIn(version.form, typed)
    const [fault] = [
      ...sendingFaults(version.form, given),
      ...(await attachmentFaults(ctx, id, version.form, given)),
    ]
    if (fault) throw new Problem(fault.code, fault.facts, fault.question)
    const hash = await (state.row.anonymous
      ? takeAnonymous(ctx, state, version, given)
      : takeNamed(ctx, state, version, given))
    await dropUnsent(ctx, keyOf(id))
    return hash
  })
}

async function takeNamed(
  ctx: ActingCtx,
  state: QuestionnaireState,
  version: VersionRow,
  given: readonly Answer[],
): Promise<string> {
  const { row, own } = state
  const hash = sha256({ version: version.id, answers: given })
  if (own?.responseId && (await hashOf(ctx, own.responseId)) === hash) return hash
  const [last] = await ctx.db
    .select({ n: sql<number>`coalesce(max(${responses.attempt}), 0)::int` })
    .from(responses)
    .where(and(eq(responses.objectId, row.id), eq(responses.personId, ctx.actor.personId)))
  const response = { id: uuidv7(), personId: ctx.actor.personId, at: ctx.now, attempt: (last?.n ?? 0) + 1 }
  await insertResponse(ctx, row.id, version.id, response, given, hash)
  await holdWords(ctx, state, { id: response.id, form: version.form, given })
  const line = { answered: true, responseId: response.id }
  await ctx.db
    .insert(participations)
    .values({ questionnaireId: row.id, personId: ctx.actor.personId, ...line })
    .onConflictDoUpdate({ target: [participations.questionnaireId, participations.personId], set: line })
  await record(
    ctx,
    'response.sent',
    { kind: 'questionnaire', id: row.id },
    { response: response.id, sha256: hash },
  )
  return hash
}

async function takeAnonymous(
  ctx: ActingCtx,
  { row, term }: QuestionnaireState,
  version: VersionRow,
  given: readonly Answer[],
): Promise<string> {
  const at = new Date(`${found(term).firstDay}T00:00:00Z`)
  const hash = sha256({ version: version.id, answers: given })
  await insertResponse(
    ctx,
    row.id,
    version.id,
    { id: randomUUID(), personId: null, at, attempt: 1 },
    given,
    hash,
  )
  const lines = await ctx.db
    .delete(participations)
    .where(eq(participations.questionnaireId, row.id))
    .returning()
  const after = lines
    .map((line) => (line.personId === ctx.actor.personId ? { ...line, answered: true } : line))
    .sort((a, b) => (a.personId < b.personId ? -1 : 1))
  await ctx.db.insert(participations).values(after)
  // Without the actor: the entry says that an answer came, the line above who has answered.
  await record({ ...ctx, actor: null }, 'response.received', { kind: 'questionnaire', id: row.id })
  return hash
}

async function insertResponse(
  ctx: Ctx,
  objectId: string,
  versionId: string,
  { id, personId, at, attempt }: { id: string; personId: string | null; at: Date; attempt: number },
  given: readonly Answer[],
  hash: string,
): Promise<void> {
  const moment = { startedAt: at, savedAt: at }
  await ctx.db
    .insert(responses)
    .values({ id, versionId, personId, objectKind: 'questionnaire', objectId, attempt, ...moment })
  if (given.length > 0)
    await ctx.db.insert(answers).values(given.map((answer) => ({ responseId: id, ...answer })))
  await ctx.db.update(responses).set({ sentAt: at, sha256: hash }).where(eq(responses.id, id))
}

async function hashOf(ctx: Ctx, responseId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ sha256: responses.sha256 })
    .from(responses)
    .where(eq(responses.id, responseId))
  return row?.sha256 ?? null
}

/** The actor's own answer that counts, for the receipt; null when there is none or it has no author. */
export async function ownResponse(ctx: ActingCtx, { own }: QuestionnaireState) {
  if (!own?.responseId) return null
  const mine = and(eq(responses.id, own.responseId), eq(responses.personId, ctx.actor.personId))
  const [row] = await ctx.db.select().from(responses).where(mine)
  return row ? { ...row, answers: await answersOf(ctx, row.id) } : null
}
