/** Announcing an event, and cancelling what was announced: its address stays and says so. */
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { eventItems, eventSpeakers, events } from '#db/schema/index.ts'
import { tellRegistered } from './editing.server.ts'
import { lockEvent, objectOf } from './facts.server.ts'
import { eventRules } from './rules.ts'

/** Opens the page and the registration; speakers are told that they are named. Problem('event-place') with neither place nor link. */
export async function announceEvent(ctx: ActingCtx, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockEvent(ctx, number)
    const { event, facts } = state
    authorize(eventRules.announce, ctx.actor, facts)
    if (event.place === '' && event.link === '') throw new Problem('event-place')
    await ctx.db
      .update(events)
      .set({ state: 'announced', announcedAt: ctx.now, changedAt: ctx.now })
      .where(eq(events.id, event.id))
    await record(ctx, 'event.announced', objectOf(state))
    const speakers = await ctx.db
      .select({ personId: sql<string>`${eventSpeakers.personId}` })
      .from(eventSpeakers)
      .innerJoin(eventItems, eq(eventItems.id, eventSpeakers.itemId))
      .where(and(eq(eventItems.eventId, event.id), isNotNull(eventSpeakers.personId)))
    await notifyAll(
      ctx,
      speakers.map(({ personId }) => personId),
      'event.speaker',
      {
        ...{ objectKind: 'event', objectId: event.id, address: `/events/${number}` },
        facts: { title: event.title, day: dayOf(event.startsAt, ctx.zone) },
      },
    )
  })
}

/** Calls it off: nobody registers any more, and everybody who did is told. */
export async function cancelEvent(ctx: ActingCtx, number: number, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockEvent(ctx, number)
    authorize(eventRules.cancel, ctx.actor, state.facts)
    await ctx.db
      .update(events)
      .set({
        ...{ state: 'cancelled', cancelledAt: ctx.now, cancelReason: reason, changedAt: ctx.now },
        sequence: sql`${events.sequence} + 1`,
      })
      .where(eq(events.id, state.event.id))
    await record(ctx, 'event.cancelled', objectOf(state))
    await tellRegistered(ctx, state, 'event.cancelled')
  })
}
