/** Loader of the registry: filters from the address, a page by keyset, counts beside the filters. */
import { dayOf } from '#app/domain/ctx.ts'
import type { Count } from '#app/domain/experts/counts.server.ts'
import { type Entry, nameOf } from '#app/domain/experts/entries.server.ts'
import { registryPage } from '#app/domain/experts/registry.server.ts'
import {
  chosenIn,
  filterOf,
  lastDay,
  printCursor,
  queryOf,
  readCursor,
  type Standing,
} from '#app/domain/experts/registry.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

export async function expertsPage({ ctx, url, t, locale }: Args) {
  const today = dayOf(ctx.now, ctx.zone)
  const filter = filterOf(url.searchParams, today)
  const { paging, exactTo, registry } = content().settings
  const page = await registryPage(
    ctx,
    filter,
    readCursor(url.searchParams.get('after')),
    paging.registry,
    exactTo,
  )
  const query = queryOf(filter, today).toString()
  const tiers = content().tiers
  return {
    title: t.experts.title,
    description: t.experts.lead,
    filter,
    today,
    chosen: chosenIn(filter, today),
    query,
    similar: page.matching === 'similar' && page.entries.length > 0,
    rows: page.entries.map((entry) => rowOf(entry, new Set(filter.directions), filter.standing)),
    next: page.next ? `/experts?${query}${query && '&'}after=${printCursor(page.next)}` : null,
    total: page.counts.total,
    exactTo,
    anyone: page.counts.anyone,
    organisations: options(page.counts.organisations, filter.organisations),
    subjects: options(page.counts.subjects, filter.subjects).map((one) => ({
      ...one,
      label: content().subjects.find(({ code }) => code === one.value)?.title[locale as Locale] ?? one.value,
    })),
    standings: page.counts.standings.map(({ code, count }) => ({
      value: code === 'current' ? '' : code,
      label: t.experts.standings[code as 'current'](registry.endingDays),
      count,
      checked: code === (filter.standing ?? 'current'),
    })),
    years: leasts(page.counts.years, filter.years, t.experts.fromYears),
    expertises: leasts(page.counts.expertises, filter.expertises, t.experts.fromExpertises),
    directions: options(page.counts.directions, filter.directions),
    municipalities: options(page.counts.municipalities, filter.municipalities),
    tiers: tiers.flatMap(({ code, title }) => {
      const count = page.counts.tiers.find((one) => one.code === code)?.count ?? 0
      const checked = filter.tiers.includes(code)
      return count > 0 || checked ? [{ value: code, label: title[locale as Locale], count, checked }] : []
    }),
  }
}

export type ExpertsView = Awaited<ReturnType<typeof expertsPage>>
export type ExpertRow = ExpertsView['rows'][number]

/** The chosen directions first; one status is told in full, the others by their tags. */
function rowOf(entry: Entry, chosen: ReadonlySet<string>, standing: Standing | null) {
  const statuses = [...entry.statuses].sort(
    (a, b) => Number(chosen.has(b.direction)) - Number(chosen.has(a.direction)),
  )
  const [first] = statuses
  return {
    number: entry.number,
    name: nameOf(entry),
    work: entry.work && [entry.work.post, entry.work.organisation].join(' · '),
    finished: entry.finished ?? 0,
    standing,
    order: first ? { ...first.order, last: first.to && lastDay(first.to) } : null,
    tags: statuses.map(({ direction, tier, title }) => ({
      key: `${direction} ${tier}`,
      title,
      chosen: chosen.has(direction),
    })),
  }
}

/** «от 3 лет»: any number, one of them, each with its count; a number of the address that is not offered is offered too. */
function leasts(
  counts: readonly { least: number; count: number }[],
  chosen: number | null,
  label: (least: number) => string,
) {
  const offered = counts.map(({ least, count }) => ({
    ...{
      value: String(least),
      label: label(least),
      count: count as number | undefined,
      checked: least === chosen,
    },
  }))
  if (chosen !== null && !offered.some(({ checked }) => checked))
    offered.push({ value: String(chosen), label: label(chosen), count: undefined, checked: true })
  return offered
}

function options(counts: readonly Count[], chosen: readonly string[]) {
  return counts
    .map(({ code, title, count }) => ({ value: code, label: title, count, checked: chosen.includes(code) }))
    .sort((a, b) => Number(b.checked) - Number(a.checked))
}
