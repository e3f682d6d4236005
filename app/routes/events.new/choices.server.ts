/** What the form of an event offers, and what a new one begins with. */
import { dayOf } from '#app/domain/ctx.ts'
import { directionsInForce } from '#app/domain/events/editing.server.ts'
import type { EventRow } from '#app/domain/events/facts.server.ts'
import { clockAt } from '#app/domain/panels/contests/clock.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export async function eventChoices({ ctx, t, locale }: Args) {
  const words = t.events.work.form
  const directions = await directionsInForce(ctx)
  return {
    series: [
      { value: '', label: words.noSeries },
      ...content().events.series.map(({ code, title }) => ({ value: code, label: title[locale] })),
    ],
    directions: [
      { value: '', label: words.noDirection },
      ...directions.map(({ id, title }) => ({ value: id, label: title })),
    ],
    zone: ctx.zone,
  }
}

/** A day of a month from now. */
export function usualEvent({ ctx }: Args, organisationId: string) {
  const day = dayOf(new Date(ctx.now.getTime() + 30 * 86_400_000), ctx.zone)
  return {
    ...{ organisationId, series: '', edition: '', title: '', about: '', direction: '', place: '', link: '' },
    ...{ startsAt: `${day}T10:00`, endsAt: `${day}T16:00`, capacity: '', registerUntil: '' },
  }
}

/** The values of an event as its form sends them. */
export function valuesOf(event: EventRow, zone: string) {
  const { organisationId, series, edition, title, about, directionVersionId, place, link, capacity } = event
  return {
    ...{ organisationId, series: series ?? '', edition, title, about, direction: directionVersionId ?? '' },
    ...{ place, link, capacity: capacity === null ? '' : String(capacity) },
    startsAt: clockAt(event.startsAt, zone),
    endsAt: clockAt(event.endsAt, zone),
    registerUntil: clockAt(event.registerUntil, zone),
  }
}
