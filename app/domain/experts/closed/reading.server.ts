/**
 * Closed data of a person, read with a reason.
 *
 * The function in the database writes who read what and why before it answers, so there is no read without its trace;
 * the answer is not kept anywhere, and a second look is a second read.
 */
import { and, desc, eq, lt, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { uuidv7 } from 'uuidv7'
import type { ConsentKind } from '#app/domain/accounts/consent-texts.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import type { ClosedField } from '#content/types.ts'
import { closedReads, people } from '#db/schema/index.ts'
import type { ClosedReadValue } from './forms.ts'
import { closedPerson, factsOf, knownReason } from './persons.server.ts'
import { grantedRequest } from './requests.server.ts'

/** What was asked and nothing else; a field that was not asked is absent. */
export interface ClosedFacts {
  email?: string | null
  phone?: string | null
  birthDay?: string | null
  results?: { direction: string; attempt: number; earned: number; maximum: number; day: string }[]
  entrepreneur?: { said: boolean; day: string } | null
  consents?: ClosedConsent[]
}

export interface ClosedConsent {
  kind: ConsentKind
  version: string
  givenAt: string
  withdrawnAt: string | null
  signedOn: string | null
  fields: string[] | null
  file: string | null
  fileName: string | null
}

/** Reads the named fields of the person with this number. Problems: not-found, forbidden, required. */
export async function readClosed(
  ctx: ActingCtx,
  number: number,
  { fields, reasonCode, reason }: ClosedReadValue,
): Promise<ClosedFacts> {
  return atomically(ctx, async (ctx) => {
    const person = await closedPerson(ctx, number)
    const request = await grantedRequest(ctx, person.id, fields)
    authorize(expertRules.readClosed, ctx.actor, factsOf(person, request !== null))
    knownReason(reasonCode, content().personFields.reasons)
    const [me, today] = [ctx.actor.personId, ctx.actor.today]
    const [row] = await ctx.db.execute<{ told: ClosedFacts }>(sql`
      select closed_fields(${me}, ${person.id}, ${sql.param(fields)}::text[], ${reasonCode}, ${reason},
        ${request}::uuid, ${uuidv7()}, ${uuidv7()}, ${ctx.now.toISOString()}::timestamptz, ${today}::date) as told`)
    return row?.told ?? {}
  })
}

/** Whether the page of this person's closed data opens for the actor, and for which fields. */
export async function mayReadClosed(ctx: ActingCtx, number: number) {
  const person = await closedPerson(ctx, number)
  const byRight = expertRules.readClosed(ctx.actor, factsOf(person)) === null
  const all = content().personFields.closed.map(({ code }) => code)
  const granted: ClosedField[] = []
  for (const field of byRight ? [] : all)
    if ((await grantedRequest(ctx, person.id, [field])) !== null) granted.push(field)
  authorize(expertRules.readClosed, ctx.actor, factsOf(person, granted.length > 0))
  return { person: { number: person.number, name: person.name }, fields: byRight ? all : granted }
}

export interface ReadLine {
  id: string
  at: Date
  post: string
  organisation: string
  fields: string[]
  reasonCode: string
  reason: string
}

/** Who looked at the actor's own closed data, newest first; the own looks are left out. */
export async function readsOfMe(ctx: ActingCtx, before: string | null, limit = 50) {
  const { personId } = ctx.actor
  const rows = await ctx.db
    .select(line)
    .from(closedReads)
    .where(
      and(
        eq(closedReads.personId, personId),
        ne(closedReads.readerId, personId),
        before ? lt(closedReads.id, before) : undefined,
      ),
    )
    .orderBy(desc(closedReads.id))
    .limit(limit + 1)
  return pageOf<ReadLine>(rows, limit)
}

/** What the actor has read, newest first. */
export async function readsByMe(ctx: ActingCtx, before: string | null, limit = 20) {
  const subject = alias(people, 'subject')
  const rows = await ctx.db
    .select({ ...line, number: subject.number })
    .from(closedReads)
    .innerJoin(subject, eq(subject.id, closedReads.personId))
    .where(and(eq(closedReads.readerId, ctx.actor.personId), before ? lt(closedReads.id, before) : undefined))
    .orderBy(desc(closedReads.id))
    .limit(limit + 1)
  return pageOf<ReadLine & { number: number }>(rows, limit)
}

const line = {
  id: closedReads.id,
  at: closedReads.at,
  post: closedReads.post,
  organisation: closedReads.organisation,
  fields: closedReads.fields,
  reasonCode: closedReads.reasonCode,
  reason: closedReads.reason,
}

function pageOf<Row extends { id: string }>(rows: Row[], limit: number) {
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}
