/** The facts that rules of events weigh, read within reach; under the lock of the edition where a command decides by them. */
import { and, eq } from 'drizzle-orm'
import { type Ctx, dayOf, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { eventVisibleTo } from '#db/reach/events.ts'
import { events, organisations } from '#db/schema/index.ts'
import type { EventFacts } from './rules.ts'

export type EventRow = typeof events.$inferSelect
export interface EventState {
  event: EventRow
  organisation: { id: string; name: string; code: string; municipalityId: string | null }
  facts: EventFacts
}

/** An event within reach by its public number; Problem('not-found') otherwise. */
export async function eventByNumber(ctx: Ctx, number: number): Promise<EventState> {
  const [row] = await ctx.db
    .select({
      event: events,
      organisation: {
        ...{ id: organisations.id, name: organisations.name, code: organisations.code },
        municipalityId: organisations.municipalityId,
      },
    })
    .from(events)
    .innerJoin(organisations, eq(organisations.id, events.organisationId))
    .where(and(eq(events.number, number), eventVisibleTo(viewerOf(ctx))))
  const { event, organisation } = found(row)
  const { municipalityId } = organisation
  const facts = {
    place: {
      ...{ organisationId: organisation.id, municipalityId },
      directionIds: event.directionVersionId ? [event.directionVersionId] : [],
    },
    state: event.state,
    dayCame: dayOf(ctx.now, ctx.zone) >= dayOf(event.startsAt, ctx.zone),
    begun: ctx.now >= event.startsAt,
    over: ctx.now >= event.endsAt,
    registrationOver: ctx.now > event.registerUntil,
  }
  return { event, organisation, facts }
}

/** The same after waiting for whoever changes it, or takes a seat in it, now. */
export async function lockEvent(ctx: Ctx, number: number): Promise<EventState> {
  await ctx.db.select({ id: events.id }).from(events).where(eq(events.number, number)).for('update')
  return eventByNumber(ctx, number)
}

/** What the log and notices speak about. */
export const objectOf = ({ event }: Pick<EventState, 'event'>) => ({ kind: 'event', id: event.id })
