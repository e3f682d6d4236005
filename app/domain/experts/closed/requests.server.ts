/**
 * Requests for closed data by those who have no right of their own to it: with a reason, answered by whoever has it.
 *
 * A granted request opens what was asked, to who asked, until its last day; each look is a read with its trace.
 */
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, viewerOf } from '#app/domain/ctx.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { record } from '#app/domain/log.server.ts'
import { notify, notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { found, numberOf, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { everywhere } from '#db/reach/viewer.ts'
import { closedRequests, people } from '#db/schema/index.ts'
import type { ClosedAnswerValue, ClosedRequestValue } from './forms.ts'
import { closedPerson, factsOf, knownReason } from './persons.server.ts'

/** Asks for fields of a person; returns the number of the request. Problems: forbidden, not-found at the person. */
export async function requestClosed(ctx: ActingCtx, value: ClosedRequestValue): Promise<number> {
  return atomically(ctx, async (ctx) => {
    authorize(expertRules.requestClosed, ctx.actor, {})
    knownReason(value.reasonCode, content().personFields.reasons)
    const person = await closedPerson(ctx, numberIn(value.person)).catch(() => {
      throw new Problem('closed-nobody', {}, 'person')
    })
    const { fields, reasonCode, reason } = value
    const id = uuidv7()
    const [row] = await ctx.db
      .insert(closedRequests)
      .values({
        ...{ id, personId: person.id, askedById: ctx.actor.personId, ...(await placeOf(ctx)) },
        ...{ fields, reasonCode, reason, askedAt: ctx.now, state: 'open' },
      })
      .returning({ number: closedRequests.number })
    await record(ctx, 'closed.requested', { kind: 'closed-request', id }, { reason: reasonCode, fields })
    const { number } = found(row)
    const notice = { objectKind: 'closed-request', objectId: id, address: `/desk/closed/requests/${number}` }
    await notifyAll(ctx, await keepers(ctx), 'closed.requested', { ...notice, facts: { number } })
    return number
  })
}

/** Answers an open request: grants it until a day, or refuses; the reason is told to who asked. */
export async function answerClosed(ctx: ActingCtx, number: number, value: ClosedAnswerValue): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const [request] = await ctx.db
      .select()
      .from(closedRequests)
      .where(eq(closedRequests.number, number))
      .for('update')
    const { id, state, askedById, fields, personId } = found(request)
    const [subject] = await ctx.db
      .select({ number: people.number })
      .from(people)
      .where(eq(people.id, personId))
    const person = await closedPerson(ctx, found(subject).number)
    const facts = { ...factsOf(person), askedById }
    // for whoever neither asked nor may answer there is no such request
    if (askedById !== ctx.actor.personId && expertRules.answerClosed(ctx.actor, facts) !== null)
      throw new Problem('not-found')
    authorize(expertRules.answerClosed, ctx.actor, facts)
    if (state !== 'open') throw new Problem('conflict')
    const { decision, answer } = value
    const [today, { days }] = [ctx.actor.today, content().personFields.request]
    const until = decision === 'granted' ? (value.until ?? '') : null
    if (until !== null && until < today) throw new Problem('term-past', {}, 'until')
    if (until !== null && Date.parse(until) - Date.parse(today) >= days * 86_400_000)
      throw new Problem('term-most', { days }, 'until')
    await ctx.db
      .update(closedRequests)
      .set({
        ...{ state: decision, answer, answeredById: ctx.actor.personId, answeredAt: ctx.now },
        during: until && sql`daterange(${today}::date, ${until}::date, '[]')`,
      })
      .where(eq(closedRequests.id, id))
    await record(ctx, `closed.${decision}`, { kind: 'closed-request', id }, { fields, until })
    const notice = { objectKind: 'closed-request', objectId: id, address: `/desk/closed/requests/${number}` }
    await notify(ctx, askedById, `closed.${decision}`, { ...notice, facts: { number } })
  })
}

/** The granted request that opens all these fields of the person to the actor today, or null. */
export async function grantedRequest(
  ctx: ActingCtx,
  personId: string,
  fields: readonly string[],
): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: closedRequests.id })
    .from(closedRequests)
    .where(
      and(
        eq(closedRequests.askedById, ctx.actor.personId),
        eq(closedRequests.personId, personId),
        sql`${closedRequests.during} @> ${ctx.actor.today}::date`,
        sql`${closedRequests.fields} @> ${sql.param([...fields])}::text[]`,
      ),
    )
    .limit(1)
  return row?.id ?? null
}

const shown = {
  number: closedRequests.number,
  person: people.number,
  ...{ post: closedRequests.post, organisation: closedRequests.organisation },
  ...{ fields: closedRequests.fields, reasonCode: closedRequests.reasonCode, reason: closedRequests.reason },
  ...{ askedAt: closedRequests.askedAt, state: closedRequests.state, answer: closedRequests.answer },
  answeredAt: closedRequests.answeredAt,
  lastDay: sql<string | null>`to_char(upper(${closedRequests.during}) - 1, 'YYYY-MM-DD')`,
  askedById: closedRequests.askedById,
}

/** Requests that the actor asked; all of them for who answers, over the whole region. The newest first. */
export async function closedRequestsOf(ctx: ActingCtx, before: number | null, limit = 20) {
  const answers = everywhere(viewerOf(ctx), 'registry.read.closed')
  const rows = await ctx.db
    .select(shown)
    .from(closedRequests)
    .innerJoin(people, eq(people.id, closedRequests.personId))
    .where(
      and(
        answers ? undefined : eq(closedRequests.askedById, ctx.actor.personId),
        before === null ? undefined : lt(closedRequests.number, before),
      ),
    )
    .orderBy(desc(closedRequests.number))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.number ?? null) : null }
}

/** A request by number; for others than those who asked or may answer it does not exist. */
export async function closedRequest(ctx: ActingCtx, number: number) {
  const [row] = await ctx.db
    .select(shown)
    .from(closedRequests)
    .innerJoin(people, eq(people.id, closedRequests.personId))
    .where(eq(closedRequests.number, number))
  const request = found(row)
  const person = await closedPerson(ctx, request.person)
  const mine = request.askedById === ctx.actor.personId
  const facts = { ...factsOf(person), askedById: request.askedById }
  const mayAnswer = expertRules.answerClosed(ctx.actor, facts) === null
  found(mine || mayAnswer ? request : null)
  const open = mine && request.lastDay !== null && request.lastDay >= ctx.actor.today
  return { ...request, mine, mayAnswer: mayAnswer && request.state === 'open', mayRead: open }
}

function numberIn(typed: string): number {
  return numberOf(/^(?:№\s*)?(\d{1,9})$/.exec(typed.trim())?.[1])
}

/** Post and organisation of the actor today, as the request keeps them. */
async function placeOf(ctx: ActingCtx): Promise<{ post: string; organisation: string }> {
  const [row] = await ctx.db.execute<{ post: string; organisation: string }>(sql`
    select e.post, o.short_name as organisation from employments e join organisations o on o.id = e.organisation_id
    where e.person_id = ${ctx.actor.personId} and e.during @> ${ctx.actor.today}::date order by lower(e.during) desc, e.id limit 1`)
  return row ?? { post: '', organisation: '' }
}

/** People whose roles read all closed data today: they answer. */
async function keepers(ctx: ActingCtx): Promise<string[]> {
  const roles = content()
    .roles.roles.filter(({ can }) => can['registry.read.closed'] === 'all')
    .map(({ code }) => code)
  if (roles.length === 0) return []
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select distinct g.person_id as id from grants g
    where g.role in ${roles} and g.during @> ${ctx.actor.today}::date limit 200`)
  return rows.map(({ id }) => id)
}
