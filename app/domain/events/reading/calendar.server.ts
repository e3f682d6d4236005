/** Events as iCalendar: what lies ahead and the last half year, or one event; without people, whoever asks. */
import { and, asc, eq, gte, ne } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { type PlacedEvent, printEvents } from '#app/domain/events/calendar.ts'
import type { EventRow } from '#app/domain/events/facts.server.ts'
import { found } from '#app/domain/problem.ts'
import { events } from '#db/schema/index.ts'

const KEPT_DAYS = 180

/** The calendar and when it changed last. Problem('not-found') for an event that was not announced. */
export async function eventCalendar(
  { db, now, zone }: Ctx,
  { publicUrl, name, number }: { publicUrl: string; name: string; number?: number },
): Promise<{ body: string; changed: Date | null }> {
  const since = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  const rows = await db
    .select()
    .from(events)
    .where(
      and(
        ne(events.state, 'draft'),
        number === undefined ? gte(events.endsAt, since) : eq(events.number, number),
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.number))
    .limit(500)
  if (number !== undefined) found(rows[0])
  const changed = rows.map(({ changedAt }) => changedAt).sort((a, b) => b.getTime() - a.getTime())[0] ?? null
  const placed = rows.map((row) => placedOf(row, publicUrl))
  return {
    body: printEvents(rows.length === 1 && number ? (rows[0]?.title ?? name) : name, placed, zone),
    changed,
  }
}

function placedOf(event: EventRow, publicUrl: string): PlacedEvent {
  const { number, sequence, changedAt, startsAt, endsAt, title, about, place, link, state } = event
  return {
    ...{ uid: `event-${number}@${new URL(publicUrl).host}`, sequence, stamp: changedAt, startsAt, endsAt },
    ...{ summary: title, description: about, place: place || link },
    ...{ url: `${publicUrl}/events/${number}`, cancelled: state === 'cancelled' },
  }
}
