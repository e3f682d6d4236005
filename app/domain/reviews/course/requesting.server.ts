/**
 * Requesting: an organisation asks for a discussion or an expertise with a letter and the passport of its draft; the
 * coordinator accepts, returns with reasons, or puts it into the year's plan. What is accepted becomes a draft once.
 */
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { dropUnsent } from '#app/domain/accounts/unsent.server.ts'
import { type ActingCtx, atomically, dayOf, viewerOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { passportValues } from '#app/domain/reviews/passport.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize, capable, must } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { requestVisibleTo } from '#db/reach/requests.ts'
import { discussionRequests, grants, organisations, requestSteps } from '#db/schema/index.ts'
import { askingFor, isOwn, keepLetter, type Letter, sameRequest } from './asking.server.ts'

export type RequestRow = typeof discussionRequests.$inferSelect
export interface RequestInput {
  organisationId: string
  process: string
  title: string
  kind: string
  developerId: string
  ground: string
  explanatoryNote: string
  questions: string
  contact: string
  letterNumber: string
  letterDay: string
}

export const requestRules = {
  decide: capable<unknown>('request.decide'),
  resend: must<{ own: boolean; state: string }>(
    'request-state',
    (_, { own, state }) => own && state === 'returned',
  ),
}

/** Under this key the typed words of a new request are kept. */
export const unsentRequest = 'request'

/** Sends a request with the scan of its letter; returns its number, of the first if it was just sent. */
export async function sendRequest(
  ctx: ActingCtx,
  input: RequestInput,
  letter: Letter | null = null,
): Promise<number> {
  await countAttempt(ctx, 'request', ctx.actor.personId, content().settings.rates.requestsPerPerson)
  return atomically(ctx, async (ctx) => {
    const values = await valuesOf(ctx, input)
    const first = await sameRequest(ctx, values)
    if (first !== undefined) return first
    const id = uuidv7()
    const letterFileId = await keepLetter(ctx, id, letter)
    const own = { authorId: ctx.actor.personId, state: 'sent' as const, createdAt: ctx.now }
    const row = { id, ...values, letterFileId, ...own }
    const [made] = await ctx.db
      .insert(discussionRequests)
      .values(row)
      .returning({ number: discussionRequests.number })
    await dropUnsent(ctx, unsentRequest)
    await addRequestStep(ctx, { id, number: found(made).number, title: values.title }, 'sent')
    return found(made).number
  })
}

/** Sends a returned request again with what was amended; without another scan the first one stays. */
export async function resendRequest(
  ctx: ActingCtx,
  number: number,
  input: RequestInput,
  letter: Letter | null = null,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const request = await lockRequest(ctx, number)
    const own = await isOwn(ctx, request.id)
    authorize(requestRules.resend, ctx.actor, { own, state: request.state })
    const values = await valuesOf(ctx, input)
    const letterFileId = (await keepLetter(ctx, request.id, letter)) ?? request.letterFileId
    await ctx.db
      .update(discussionRequests)
      .set({ ...values, letterFileId, state: 'sent', plannedYear: null, plannedMonth: null })
      .where(eq(discussionRequests.id, request.id))
    await addRequestStep(ctx, { ...request, title: values.title }, 'sent')
  })
}

export type RequestDecision =
  | { kind: 'accepted'; reason?: string }
  | { kind: 'returned'; reason: string }
  | { kind: 'planned'; year: number; month: number; reason?: string }

/** Decides on a request that waits, or that stands in the plan; its author is told. */
export async function decideRequest(
  ctx: ActingCtx,
  number: number,
  decision: RequestDecision,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const request = await lockRequest(ctx, number)
    authorize(requestRules.decide, ctx.actor, {})
    const open = request.state === 'sent' || (request.state === 'planned' && decision.kind !== 'returned')
    if (!open || request.draftId) throw new Problem('request-state')
    const needed = decision.kind === 'returned'
    const reason = cleanWords(decision.reason ?? '', 'reason', content().settings.text.reason, {
      required: needed,
    })
    const plan = decision.kind === 'planned' ? monthOf(ctx, decision) : null
    // an accepted one keeps the month for which it was planned
    const kept = { plannedYear: request.plannedYear, plannedMonth: request.plannedMonth }
    const set = plan ? { plannedYear: plan.year, plannedMonth: plan.month } : kept
    await ctx.db
      .update(discussionRequests)
      .set({ state: decision.kind, ...set })
      .where(eq(discussionRequests.id, request.id))
    await addRequestStep(ctx, request, decision.kind, reason, plan ?? {})
  })
}

/**
 * Notes that the draft was made from an accepted request, by the developer it names; Problem('request-state') when it
 * is not accepted, or another was made.
 */
export async function draftFromRequest(
  ctx: ActingCtx,
  number: number,
  { id: draftId, developerId }: { id: string; developerId: string },
): Promise<void> {
  const request = await lockRequest(ctx, number)
  if (request.developerId !== developerId) throw new Problem('forbidden', {}, 'developerId')
  if (request.state !== 'accepted' || request.draftId) throw new Problem('request-state')
  await ctx.db.update(discussionRequests).set({ draftId }).where(eq(discussionRequests.id, request.id))
  await addRequestStep(ctx, request, 'drafted')
}

async function lockRequest(ctx: ActingCtx, number: number): Promise<RequestRow> {
  const [row] = await ctx.db
    .select()
    .from(discussionRequests)
    .where(and(eq(discussionRequests.number, number), requestVisibleTo(viewerOf(ctx))))
    .for('update')
  return found(row)
}

async function valuesOf(ctx: ActingCtx, input: RequestInput) {
  const { settings, processes } = content()
  const may = (await askingFor(ctx)).some(({ id }) => id === input.organisationId)
  if (!may) throw new Problem('forbidden', {}, 'organisationId')
  if (!processes.some(({ code }) => code === input.process)) throw new Problem('invalid', {}, 'process')
  const [developer] = await ctx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, input.developerId))
  if (!developer) throw new Problem('invalid', {}, 'developerId')
  if (input.letterDay > dayOf(ctx.now, ctx.zone)) throw new Problem('letter-ahead', {}, 'letterDay')
  const { lang: _lang, documentId: _document, ...passport } = passportValues(input)
  return {
    ...passport,
    organisationId: input.organisationId,
    process: input.process,
    letterNumber: cleanWords(input.letterNumber, 'letterNumber', settings.text.name),
    letterDay: input.letterDay,
  }
}

/** The month of a plan: this one or a later one, at most some years ahead (content: `plan.yearsAhead`). */
function monthOf(ctx: ActingCtx, { year, month }: { year: number; month: number }) {
  const [thisYear = 0, thisMonth = 0] = dayOf(ctx.now, ctx.zone).split('-').map(Number)
  const { yearsAhead } = content().settings.plan
  if (month < 1 || month > 12 || year > thisYear + yearsAhead) throw new Problem('invalid', {}, 'month')
  if (year * 12 + month < thisYear * 12 + thisMonth) throw new Problem('plan-past', {}, 'month')
  return { year, month }
}

async function addRequestStep(
  ctx: ActingCtx,
  { id, number, title, authorId }: Pick<RequestRow, 'id' | 'number' | 'title'> & { authorId?: string },
  kind: (typeof requestSteps.$inferInsert)['kind'],
  reason = '',
  facts: Record<string, number> = {},
): Promise<void> {
  const step = {
    id: uuidv7(),
    requestId: id,
    kind,
    reason,
    facts,
    madeById: ctx.actor.personId,
    madeAt: ctx.now,
  }
  await ctx.db.insert(requestSteps).values(step)
  await record(ctx, `request.${kind}`, { kind: 'request', id }, { step: step.id, number, ...facts })
  if (kind === 'drafted') return
  const told = kind === 'sent' ? await decidersOf(ctx) : authorId ? [authorId] : []
  const address = kind === 'sent' ? `/desk/requests/${number}` : `/requests/${number}`
  await notifyAll(ctx, told, `request.${kind}`, {
    ...{ objectKind: 'step', objectId: step.id, address },
    facts: { number, title },
  })
}

/** People whose role decides on requests today. */
async function decidersOf(ctx: ActingCtx): Promise<string[]> {
  const roles = content()
    .roles.roles.filter(({ can }) => can['request.decide'])
    .map(({ code }) => code as string)
  const rows = await ctx.db
    .selectDistinct({ id: grants.personId })
    .from(grants)
    .where(and(sql`${grants.role} in ${roles}`, sql`${grants.during} @> ${dayOf(ctx.now, ctx.zone)}::date`))
  return rows.map(({ id }) => id)
}
