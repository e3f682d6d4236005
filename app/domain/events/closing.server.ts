/**
 * Closing an event that is over: who came gets a certificate, and who spoke one more; speaking enters the biography.
 * A certificate may be taken back later; whoever checks it is told why.
 */
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { nextPaperNumber } from '#app/domain/documents/numbering.server.ts'
import { recordEngagement } from '#app/domain/experts/engaging.server.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { checkCode } from '#app/domain/panels/conclusions/codes.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import {
  eventCertificates,
  eventItems,
  eventRegistrations,
  eventSpeakers,
  events,
  issued,
  people,
} from '#db/schema/index.ts'
import type { CertificateFacts } from './certificate.ts'
import { type EventState, lockEvent, objectOf } from './facts.server.ts'
import { eventRules } from './rules.ts'

type Named = { personId: string; number: number }

/** Says that it was held, and issues the certificates; returns how many. Attendance is not marked any more. */
export async function closeEvent(ctx: ActingCtx, number: number): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const state = await lockEvent(ctx, number)
    const { event, facts } = state
    authorize(eventRules.close, ctx.actor, facts)
    await ctx.db
      .update(events)
      .set({ state: 'held', heldAt: ctx.now, changedAt: ctx.now })
      .where(eq(events.id, event.id))
    await record(ctx, 'event.held', objectOf(state))
    const [came, spoke] = [await cameTo(ctx, event.id), await spokeAt(ctx, event.id)]
    for (const one of spoke) {
      await engage(ctx, state, one)
      await issueTo(ctx, state, one, 'speaker')
    }
    for (const one of came) await issueTo(ctx, state, one, 'participant')
    return came.length + spoke.length
  })
}

/** Takes a certificate back, given by mistake. */
export async function revokeCertificate(
  ctx: ActingCtx,
  number: number,
  { certificate, reason }: { certificate: string; reason: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockEvent(ctx, number)
    authorize(eventRules.revoke, ctx.actor, state.facts)
    const [gone] = await ctx.db
      .update(eventCertificates)
      .set({ revokedAt: ctx.now })
      .where(
        and(
          ...[eq(eventCertificates.id, certificate), eq(eventCertificates.eventId, state.event.id)],
          isNull(eventCertificates.revokedAt),
        ),
      )
      .returning({ code: eventCertificates.code, personId: eventCertificates.personId })
    const { code, personId } = found(gone)
    await ctx.db.update(issued).set({ revokedAt: ctx.now, revokeReason: reason }).where(eq(issued.code, code))
    await record(ctx, 'event.certificate-revoked', { kind: 'event-certificate', id: certificate })
    await notify(ctx, personId, 'event.certificate-revoked', {
      ...{ objectKind: 'event-certificate', objectId: certificate, address: `/events/${number}` },
      facts: { title: state.event.title, reason },
    })
  })
}

async function issueTo(
  ctx: ActingCtx,
  { event, organisation }: EventState,
  { personId, number: person }: Named,
  role: CertificateFacts['role'],
) {
  const issuedOn = dayOf(ctx.now, ctx.zone)
  const year = Number(issuedOn.slice(0, 4))
  const number = await nextPaperNumber(ctx, 'event', year)
  const facts: CertificateFacts = {
    ...{ year, number, issuedOn, person, role, organisation: organisation.name },
    event: { number: event.number, title: event.title },
    firstDay: dayOf(event.startsAt, ctx.zone),
    lastDay: dayOf(event.endsAt, ctx.zone),
  }
  const [id, code, hash] = [uuidv7(), checkCode(), sha256(facts)]
  await ctx.db.insert(eventCertificates).values({
    ...{ id, eventId: event.id, personId, role, year, number, issuedOn, sha256: hash, code },
    ...{ facts: { ...facts }, issuedById: ctx.actor.personId, issuedAt: ctx.now },
  })
  await ctx.db
    .insert(issued)
    .values({ code, kind: 'event-certificate', objectId: id, sha256: hash, issuedAt: ctx.now })
  await record(ctx, 'event.certificate', { kind: 'event-certificate', id }, { number, year, sha256: hash })
  await notify(ctx, personId, 'event.certificate', {
    ...{ objectKind: 'event-certificate', objectId: id, address: `/events/${event.number}` },
    facts: { title: event.title },
  })
}

function cameTo({ db }: ActingCtx, eventId: string): Promise<Named[]> {
  return db
    .select({ personId: people.id, number: people.number })
    .from(eventRegistrations)
    .innerJoin(people, eq(people.id, eventRegistrations.personId))
    .where(and(eq(eventRegistrations.eventId, eventId), isNotNull(eventRegistrations.attendedAt)))
    .orderBy(asc(eventRegistrations.position))
}

function spokeAt({ db }: ActingCtx, eventId: string): Promise<Named[]> {
  return db
    .select({ personId: people.id, number: people.number })
    .from(eventSpeakers)
    .innerJoin(eventItems, eq(eventItems.id, eventSpeakers.itemId))
    .innerJoin(people, eq(people.id, eventSpeakers.personId))
    .where(eq(eventItems.eventId, eventId))
    .groupBy(people.id, people.number)
    .orderBy(sql`min(${eventItems.startsAt})`, asc(people.number))
}

async function engage(ctx: ActingCtx, { event }: EventState, { personId }: Named) {
  await recordEngagement(ctx, {
    ...{ personId, kind: 'event', objectKind: 'event', objectId: event.id, title: event.title },
    ...{ role: 'speaker', outcome: 'finished', directionVersionId: event.directionVersionId },
    firstDay: dayOf(event.startsAt, ctx.zone),
    lastDay: dayOf(event.endsAt, ctx.zone),
  })
}
