/** Loader of the catalogue of events: filters from the address, a page by keyset, counts beside the filters. */
import { organisingFor } from '#app/domain/events/editing.server.ts'
import { countEvents, type EventEntry, listEvents } from '#app/domain/events/reading/catalogue.server.ts'
import {
  eventFilterOf,
  eventQueryOf,
  printEventCursor,
  readEventCursor,
} from '#app/domain/events/reading/filter.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

export async function cataloguePage({ ctx, url, t, locale }: Args) {
  const filter = eventFilterOf(url.searchParams)
  const after = readEventCursor(url.searchParams.get('after'))
  const { rows, next } = await listEvents(ctx, filter, { after, limit: content().events.page })
  const counts = await countEvents(ctx, filter)
  const query = eventQueryOf(filter).toString()
  const hrefOf = (view: 'coming' | 'past') => {
    const other = eventQueryOf({ ...filter, view }).toString()
    return other ? `/events?${other}` : '/events'
  }
  return {
    ...{ title: t.events.title, description: t.events.lead, view: filter.view, query },
    chosen: filter.series.length + filter.direction.length,
    total: counts[filter.view],
    tabs: (['coming', 'past'] as const).map((view) => ({
      ...{ href: hrefOf(view), label: t.events.views[view], count: counts[view] },
      current: view === filter.view,
    })),
    facets: (['series', 'direction'] as const).map((name) => ({
      name,
      options: counts[name].map(({ code, title, count }) => ({
        value: code,
        label: name === 'series' ? (seriesOf(code, locale)?.short ?? code) : title,
        ...{ count, checked: filter[name].includes(code) },
      })),
    })),
    rows: rows.map((row) => rowView(row, locale)),
    next: next ? `/events?${query}${query && '&'}after=${printEventCursor(next)}` : null,
    organises: ctx.actor !== null && (await organisingFor(ctx, 1)).length > 0,
  }
}

/** A series in the visitor's words; undefined for a code that is not known any more. */
export function seriesOf(code: string | null, locale: Locale) {
  const known = content().events.series.find((one) => one.code === code)
  return known && { title: known.title[locale], short: known.short[locale] }
}

function rowView(row: EventEntry, locale: Locale) {
  const { number, edition, title, startsAt, endsAt, place, online, organisation, direction, state } = row
  return {
    ...{ number, edition, title, startsAt, endsAt, place, online, organisation, direction, state },
    series: seriesOf(row.series, locale)?.short ?? null,
    free: row.capacity === null ? null : Math.max(0, row.capacity - row.taken),
  }
}
export type EventRowView = ReturnType<typeof rowView>
