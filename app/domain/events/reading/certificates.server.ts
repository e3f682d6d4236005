/** Reads of certificates: those of an event for who runs it, one for whose it is, and what a check code vouches for. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { type CertificateFacts, numberOfCertificate } from '#app/domain/events/certificate.ts'
import { eventByNumber } from '#app/domain/events/facts.server.ts'
import { certificateRules, eventRules } from '#app/domain/events/rules.ts'
import { type Letterhead, letterheadOf } from '#app/domain/organisations/letterhead.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { nameShown } from '#db/reach/experts.ts'
import { eventCertificates, events, organisations, people } from '#db/schema/index.ts'

export interface NamedCertificate {
  code: string
  facts: CertificateFacts
  name: string
  letterhead: Letterhead
  issuedAt: Date
}

const fullName = sql<string>`concat_ws(' ', ${people.familyName}, ${people.givenName}, nullif(${people.patronymic}, ''))`
const factsOf = (facts: Record<string, unknown>) => facts as unknown as CertificateFacts

/** A certificate that stands, for whose it is and for who runs the event. */
export async function certificateOf(ctx: ActingCtx, number: number, id: string): Promise<NamedCertificate> {
  const state = await eventByNumber(ctx, number)
  const [row] = await ctx.db
    .select({ one: eventCertificates, name: fullName, by: organisations })
    .from(eventCertificates)
    .innerJoin(people, eq(people.id, eventCertificates.personId))
    .innerJoin(events, eq(events.id, eventCertificates.eventId))
    .innerJoin(organisations, eq(organisations.id, events.organisationId))
    .where(
      and(
        ...[eq(eventCertificates.id, id), eq(eventCertificates.eventId, state.event.id)],
        isNull(eventCertificates.revokedAt),
      ),
    )
  const { one, name, by } = found(row)
  authorize(certificateRules.take, ctx.actor, { ...state.facts, personId: one.personId })
  return {
    ...{ code: one.code, facts: factsOf(one.facts), name, issuedAt: one.issuedAt },
    letterhead: letterheadOf(by),
  }
}

/** Every certificate of an event in the order of numbers, for who runs it. */
export async function certificatesOf(ctx: ActingCtx, number: number) {
  const { event, facts } = await eventByNumber(ctx, number)
  authorize(eventRules.follow, ctx.actor, facts)
  const rows = await ctx.db
    .select({ one: eventCertificates, name: fullName })
    .from(eventCertificates)
    .innerJoin(people, eq(people.id, eventCertificates.personId))
    .where(eq(eventCertificates.eventId, event.id))
    .orderBy(asc(eventCertificates.year), asc(eventCertificates.number))
  return rows.map(({ one, name }) => ({
    ...{ id: one.id, code: one.code, role: one.role, name, revoked: one.revokedAt !== null },
    number: numberOfCertificate(one),
  }))
}

/** What a code on a paper vouches for; null for a paper of another kind. The name is shown where it may be today. */
export async function eventCertificateUnder(
  ctx: Pick<Ctx, 'db'>,
  { kind, objectId }: { kind: string; objectId: string },
) {
  if (kind !== 'event-certificate') return null
  const [row] = await ctx.db
    .select({
      facts: eventCertificates.facts,
      name: sql<string | null>`case when ${nameShown(sql`${people.id}`)} then ${fullName} end`,
    })
    .from(eventCertificates)
    .innerJoin(people, eq(people.id, eventCertificates.personId))
    .where(eq(eventCertificates.id, objectId))
  const { facts, name } = found(row)
  const said = factsOf(facts)
  return { ...said, number: numberOfCertificate(said), name }
}
