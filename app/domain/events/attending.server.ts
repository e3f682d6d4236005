/** Attendance: marked in the list, or by the code of a ticket that its holder shows at the door. */
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { eventRegistrations, people } from '#db/schema/index.ts'
import { eventByNumber, lockEvent, objectOf } from './facts.server.ts'
import { ownRegistration } from './registering.server.ts'
import { eventRules } from './rules.ts'

/** Marks that somebody with a seat came, or takes the mark back. Problem('event-seatless') for who still waits. */
export async function markAttendance(
  ctx: ActingCtx,
  number: number,
  { registration, present }: { registration: string; present: boolean },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockEvent(ctx, number)
    authorize(eventRules.mark, ctx.actor, state.facts)
    const [row] = await ctx.db
      .select({ state: eventRegistrations.state, attendedAt: eventRegistrations.attendedAt })
      .from(eventRegistrations)
      .where(and(eq(eventRegistrations.id, registration), eq(eventRegistrations.eventId, state.event.id)))
    const one = found(row)
    if (one.state !== 'confirmed') throw new Problem('event-seatless')
    // shown twice at the door, or pressed twice
    if ((one.attendedAt !== null) === present) return
    const mark = present
      ? { attendedAt: ctx.now, attendedById: ctx.actor.personId }
      : { attendedAt: null, attendedById: null }
    await ctx.db.update(eventRegistrations).set(mark).where(eq(eventRegistrations.id, registration))
    await record(ctx, present ? 'event.attended' : 'event.unattended', objectOf(state), { registration })
  })
}

const name = sql<string>`concat_ws(' ', ${people.familyName}, ${people.givenName}, nullif(${people.patronymic}, ''))`
const shown = {
  ...{ id: eventRegistrations.id, state: eventRegistrations.state, askedAt: eventRegistrations.askedAt },
  ...{ attendedAt: eventRegistrations.attendedAt, position: eventRegistrations.position },
  ...{ number: people.number, name },
}

/** Who has a seat or waits for one, for who runs the event: seats by name, then the waiting list in its order. */
export async function registrationsOf(ctx: ActingCtx, number: number) {
  const state = await eventByNumber(ctx, number)
  authorize(eventRules.follow, ctx.actor, state.facts)
  const rows = await ctx.db
    .select(shown)
    .from(eventRegistrations)
    .innerJoin(people, eq(people.id, eventRegistrations.personId))
    .where(and(eq(eventRegistrations.eventId, state.event.id), ne(eventRegistrations.state, 'cancelled')))
    .orderBy(asc(people.familyName), asc(people.givenName), asc(eventRegistrations.position))
  const waiting = rows.filter((row) => row.state === 'waiting').sort((a, b) => a.position - b.position)
  return { ...state, seats: rows.filter((row) => row.state === 'confirmed'), waiting }
}

/** Whose ticket it is, for who runs the event; Problem('not-found') for a code of no live ticket of this event. */
export async function ticketHolder(ctx: ActingCtx, number: number, ticket: string) {
  const state = await eventByNumber(ctx, number)
  authorize(eventRules.follow, ctx.actor, state.facts)
  const [row] = await ctx.db
    .select(shown)
    .from(eventRegistrations)
    .innerJoin(people, eq(people.id, eventRegistrations.personId))
    .where(
      and(
        ...[eq(eventRegistrations.eventId, state.event.id), eq(eventRegistrations.ticket, ticket)],
        ne(eventRegistrations.state, 'cancelled'),
      ),
    )
  return { ...state, holder: found(row) }
}

/** The actor's own place with its code; on the waiting list also how many stand before. */
export async function ownTicket(ctx: ActingCtx, number: number) {
  const state = await eventByNumber(ctx, number)
  const own = found(await ownRegistration(ctx, state.event.id))
  return { ...state, own, before: own.state === 'waiting' ? await waitingBefore(ctx, own) : 0 }
}

async function waitingBefore(ctx: Ctx, { eventId, position }: { eventId: string; position: number }) {
  return ctx.db.$count(
    eventRegistrations,
    and(
      ...[eq(eventRegistrations.eventId, eventId), eq(eventRegistrations.state, 'waiting')],
      sql`${eventRegistrations.position} < ${position}`,
    ),
  )
}
