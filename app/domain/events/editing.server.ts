/** Editing an event: begun for an organisation, changed while it lies ahead. Who is registered is told when or where it moves. */
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf, viewerOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { momentAt } from '#app/domain/panels/contests/clock.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { organisesFor } from '#db/reach/events.ts'
import {
  directionLists,
  directionVersions,
  eventItems,
  eventRegistrations,
  events,
  organisations,
} from '#db/schema/index.ts'
import { type EventState, lockEvent, objectOf } from './facts.server.ts'
import type { EventInput } from './forms.ts'
import { promoteWaiting, takenSeats } from './registering.server.ts'
import { eventRules, organiseRules } from './rules.ts'

/** Organisations whose events the actor prepares. */
export async function organisingFor(ctx: Ctx, limit = 200): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(organisesFor(viewerOf(ctx)))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(limit)
}

/** Directions that an event may be about today. */
export function directionsInForce(ctx: Ctx): Promise<{ id: string; title: string }[]> {
  return ctx.db
    .select({ id: directionVersions.id, title: directionVersions.title })
    .from(directionVersions)
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
    .where(sql`${directionLists.during} @> ${dayOf(ctx.now, ctx.zone)}::date`)
    .orderBy(asc(directionVersions.title), asc(directionVersions.id))
}

/** Begins an event; returns its public number. Nobody but its organisers sees it before it is announced. */
export async function createEvent(ctx: ActingCtx, input: EventInput): Promise<number> {
  return atomically(ctx, async (ctx) => {
    authorize(organiseRules.create, ctx.actor, { organises: await organises(ctx, input.organisationId) })
    const [id, values] = [uuidv7(), await valuesOf(ctx, input)]
    const [made] = await ctx.db
      .insert(events)
      .values({
        ...{ id, ...values, state: 'draft', createdById: ctx.actor.personId },
        ...{ createdAt: ctx.now, changedAt: ctx.now },
      })
      .returning({ number: events.number })
    await record(ctx, 'event.created', { kind: 'event', id })
    return found(made).number
  })
}

/**
 * Changes an event that lies ahead. Problems: event-seats-taken at `capacity`, event-items-outside at `startsAt`. More
 * seats go to who waits.
 */
export async function editEvent(ctx: ActingCtx, number: number, input: EventInput): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockEvent(ctx, number)
    const { event, facts } = state
    authorize(eventRules.edit, ctx.actor, facts)
    if (input.organisationId !== event.organisationId)
      authorize(organiseRules.create, ctx.actor, { organises: await organises(ctx, input.organisationId) })
    const values = await valuesOf(ctx, input, event)
    if (event.state === 'announced' && values.place === '' && values.link === '')
      throw new Problem('event-place', {}, 'place')
    if (values.capacity !== null && values.capacity < (await takenSeats(ctx, event.id)))
      throw new Problem('event-seats-taken', {}, 'capacity')
    await refuseOutside(ctx, event.id, values)
    const change = event.state === 'announced' ? 1 : 0
    await ctx.db
      .update(events)
      .set({ ...values, changedAt: ctx.now, sequence: sql`${events.sequence} + ${change}` })
      .where(eq(events.id, event.id))
    await record(ctx, 'event.edited', objectOf(state))
    if (change > 0 && moved(event, values)) await tellRegistered(ctx, state, 'event.moved', values.startsAt)
    await promoteWaiting(ctx, { ...state, event: { ...event, ...values } })
  })
}

/** Tells everybody who has a seat or waits for one. */
export async function tellRegistered(
  ctx: Ctx,
  { event }: Pick<EventState, 'event'>,
  kind: string,
  startsAt = event.startsAt,
) {
  const rows = await ctx.db
    .select({ personId: eventRegistrations.personId })
    .from(eventRegistrations)
    .where(and(eq(eventRegistrations.eventId, event.id), ne(eventRegistrations.state, 'cancelled')))
  const who = rows.map(({ personId }) => personId)
  if (who.length === 0) return
  // a date may move again: each change is told, so it is an object of its own
  await notifyAll(ctx, who, kind, {
    ...{ objectKind: 'event-change', objectId: uuidv7(), address: `/events/${event.number}` },
    facts: { title: event.title, day: dayOf(startsAt, ctx.zone) },
  })
}

type Values = Awaited<ReturnType<typeof valuesOf>>
const moved = (before: EventState['event'], after: Values) =>
  before.startsAt.getTime() !== after.startsAt.getTime() ||
  before.place !== after.place ||
  before.link !== after.link

async function valuesOf(ctx: Ctx, input: EventInput, before?: EventState['event']) {
  const { series, direction, capacity, organisationId, edition, title, about, place, link } = input
  const known = content().events.series.some(({ code }) => code === series)
  if (series !== '' && !known) throw new Problem('invalid', {}, 'series')
  if (direction !== '' && direction !== before?.directionVersionId)
    await refuseUnknownDirection(ctx, direction)
  const startsAt = momentAt(input.startsAt, ctx.zone)
  return {
    ...{ organisationId, edition, title, about, place, link, startsAt },
    series: series === '' ? null : series,
    directionVersionId: direction === '' ? null : direction,
    endsAt: momentAt(input.endsAt, ctx.zone),
    capacity: capacity === '' ? null : capacity,
    registerUntil: input.registerUntil === '' ? startsAt : momentAt(input.registerUntil, ctx.zone),
  }
}

/** A list that was replaced is not written into new events. */
async function refuseUnknownDirection(ctx: Ctx, id: string) {
  const known = await directionsInForce(ctx)
  if (!known.some((one) => one.id === id)) throw new Problem('invalid', {}, 'direction')
}

async function refuseOutside(ctx: Ctx, eventId: string, { startsAt, endsAt }: Values) {
  const [outside] = await ctx.db
    .select({ id: eventItems.id })
    .from(eventItems)
    .where(
      and(
        eq(eventItems.eventId, eventId),
        sql`(${eventItems.startsAt} < ${startsAt.toISOString()}::timestamptz or ${eventItems.endsAt} > ${endsAt.toISOString()}::timestamptz)`,
      ),
    )
    .limit(1)
  if (outside) throw new Problem('event-items-outside', {}, 'startsAt')
}

async function organises(ctx: Ctx, organisationId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.id, organisationId), organisesFor(viewerOf(ctx))))
  return rows.length > 0
}
