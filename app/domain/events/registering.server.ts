/**
 * Registering for an event, and giving the place up. Seats are counted under the lock of the event, so that of two people
 * who take the last one, one gets it and the other waits; who gives a seat up gives it to the first who waits.
 */
import { randomBytes } from 'node:crypto'
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyEach } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { eventRegistrations } from '#db/schema/index.ts'
import { type EventState, lockEvent, objectOf } from './facts.server.ts'
import { eventRules } from './rules.ts'

const live = (eventId: string) =>
  and(eq(eventRegistrations.eventId, eventId), ne(eventRegistrations.state, 'cancelled'))

/** Takes a seat, or a place on the waiting list when all are taken. Problem('event-registered') when the actor has one. */
export async function registerForEvent(ctx: ActingCtx, number: number): Promise<'confirmed' | 'waiting'> {
  return atomically(ctx, async (ctx) => {
    const state = await lockEvent(ctx, number)
    const { event, facts } = state
    authorize(eventRules.register, ctx.actor, facts)
    const { personId } = ctx.actor
    if (await ownRegistration(ctx, event.id)) throw new Problem('event-registered')
    const free = event.capacity === null || (await takenSeats(ctx, event.id)) < event.capacity
    const [last] = await ctx.db
      .select({ position: sql<number>`coalesce(max(${eventRegistrations.position}), 0)` })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, event.id))
    const [id, place] = [uuidv7(), free ? ('confirmed' as const) : ('waiting' as const)]
    await ctx.db.insert(eventRegistrations).values({
      ...{ id, eventId: event.id, personId, position: (last?.position ?? 0) + 1, state: place },
      ...{ ticket: randomBytes(18).toString('base64url'), askedAt: ctx.now },
    })
    await record(ctx, 'event.registered', objectOf(state), { registration: id, state: place })
    return place
  })
}

/** Gives the actor's place up until the event begins; the first who waits gets the seat and is told. */
export async function cancelRegistration(ctx: ActingCtx, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockEvent(ctx, number)
    authorize(eventRules.leave, ctx.actor, state.facts)
    const own = found(await ownRegistration(ctx, state.event.id))
    if (own.attendedAt) throw new Problem('event-attended')
    await ctx.db
      .update(eventRegistrations)
      .set({ state: 'cancelled', cancelledAt: ctx.now })
      .where(eq(eventRegistrations.id, own.id))
    await record(ctx, 'event.registration-cancelled', objectOf(state), { registration: own.id })
    await promoteWaiting(ctx, state)
  })
}

/** Gives the free seats to who waits, in the order of asking. Runs under the event's lock. */
export async function promoteWaiting(ctx: Ctx, state: Pick<EventState, 'event'>): Promise<void> {
  const { event } = state
  const waiting = ctx.db
    .select({ id: eventRegistrations.id, personId: eventRegistrations.personId })
    .from(eventRegistrations)
    .where(and(eq(eventRegistrations.eventId, event.id), eq(eventRegistrations.state, 'waiting')))
    .orderBy(asc(eventRegistrations.position))
  const free = event.capacity === null ? null : event.capacity - (await takenSeats(ctx, event.id))
  if (free !== null && free <= 0) return
  const next = await (free === null ? waiting : waiting.limit(free))
  if (next.length === 0) return
  const ids = next.map(({ id }) => id)
  await ctx.db
    .update(eventRegistrations)
    .set({ state: 'confirmed' })
    .where(inArray(eventRegistrations.id, ids))
  for (const id of ids) await record(ctx, 'event.promoted', objectOf(state), { registration: id })
  await notifyEach(
    ctx,
    'event.promoted',
    next.map(({ id, personId }) => ({
      personId,
      notice: {
        ...{ objectKind: 'event-registration', objectId: id, address: `/events/${event.number}/ticket` },
        facts: { title: event.title, day: dayOf(event.startsAt, ctx.zone) },
      },
    })),
  )
}

/** Seats taken of an event. */
export async function takenSeats(ctx: Pick<Ctx, 'db'>, eventId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(eventRegistrations)
    .where(and(eq(eventRegistrations.eventId, eventId), eq(eventRegistrations.state, 'confirmed')))
  return row?.count ?? 0
}

/** The actor's place in an event; undefined without one. */
export async function ownRegistration(ctx: Ctx, eventId: string) {
  if (!ctx.actor) return undefined
  const [own] = await ctx.db
    .select()
    .from(eventRegistrations)
    .where(and(live(eventId), eq(eventRegistrations.personId, ctx.actor.personId)))
  return own
}
