/** Loader of the catalogue: filters from the address, a page by keyset, counts beside the filters. */
import {
  chosenIn,
  type Facet,
  facets,
  filterOf,
  printCursor,
  queryOf,
  readCursor,
} from '#app/domain/practices/catalogue/filter.ts'
import { type Count, countPractices, listPractices } from '#app/domain/practices/catalogue/listing.server.ts'
import { describingFor } from '#app/domain/practices/starting.server.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'
import { entryView, wordsOfCodes } from './entry.ts'

export async function cataloguePage({ ctx, url, t, locale }: Args) {
  const filter = filterOf(url.searchParams)
  const limit = content().practices.page
  const after = readCursor(url.searchParams.get('after'), filter.sort)
  const { rows, next } = await listPractices(ctx, filter, { after, limit })
  const counts = await countPractices(ctx, filter)
  const describes = ctx.actor !== null && (await describingFor(ctx, 1)).length > 0
  const query = queryOf(filter).toString()
  const chosen = chosenIn(filter)
  return {
    title: t.practices.title,
    description: t.practices.lead,
    filter,
    describes,
    query,
    chosen,
    total: counts.total,
    facets: facets.map((name) => ({ name, options: options(name, counts[name], filter[name], locale) })),
    rows: rows.map((row) => entryView(row, locale)),
    next: next ? `/practices?${query}${query && '&'}after=${printCursor(next)}` : null,
  }
}

export type CatalogueView = Awaited<ReturnType<typeof cataloguePage>>

function options(facet: Facet, counts: readonly Count[], chosen: readonly string[], locale: Locale) {
  const titles = wordsOfCodes(facet, locale)
  const shown = counts.map(({ code, title, count }) => ({
    ...{ value: code, label: titles.get(code) ?? title, count, checked: chosen.includes(code) },
  }))
  const missing = chosen
    .filter((code) => !shown.some(({ value }) => value === code) && titles.has(code))
    .map((code) => ({ value: code, label: titles.get(code) ?? code, count: 0, checked: true }))
  return [...missing, ...shown].sort((a, b) => Number(b.checked) - Number(a.checked))
}
