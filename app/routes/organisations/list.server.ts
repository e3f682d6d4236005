/** Loader of the list of organisations. */
import { mayKeepOrganisations } from '#app/domain/organisations/keeping.server.ts'
import { listOrganisations, organisationFacets } from '#app/domain/organisations/queries.server.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

export async function organisationsPage({ ctx, url, t, locale }: Args) {
  const query = url.searchParams
  const filter = filterOf(query)
  const page = await listOrganisations(ctx, {
    filter,
    after: query.get('after')?.replaceAll('\0', '') || undefined,
  })
  const { byTier, places } = await organisationFacets(ctx)
  const count = (of: 'tier' | 'type', code: string) =>
    byTier.filter((row) => row[of] === code).reduce((sum, row) => sum + row.count, 0)
  const option =
    (of: 'tier' | 'type', chosen: readonly string[]) =>
    (one: { code: string; title: { ru: string; en: string } }) => ({
      value: one.code,
      label: one.title[locale],
      count: count(of, one.code),
      checked: chosen.includes(one.code),
    })
  const listed = ({ count, checked }: { count: number; checked: boolean }) => count > 0 || checked
  const { found, next } = page
  return {
    title: t.organisations.title,
    description: t.organisations.lead,
    reset: t.documents.reset,
    mayKeep: mayKeepOrganisations(ctx),
    address: query.toString(),
    rows: page.rows.map((row) => ({
      ...{ code: row.code, name: row.name, shortName: row.shortName },
      ...{ type: typeWord(row.type, locale), place: row.municipality },
    })),
    found,
    next: next ? nextHref(query, next) : null,
    words: filter.words ?? '',
    municipality: filter.municipality ?? '',
    tiers: content().tiers.map(option('tier', filter.tiers)).filter(listed),
    types: content().organisationTypes.map(option('type', filter.types)).filter(listed),
    places: places.map(({ code, name }) => ({ code, name })),
    chosen:
      filter.tiers.length + filter.types.length + (filter.words ? 1 : 0) + (filter.municipality ? 1 : 0),
  }
}

export type OrganisationsView = Awaited<ReturnType<typeof organisationsPage>>

/** The title of a type of organisation; an unknown code is shown as it is. */
export function typeWord(code: string, locale: Locale): string {
  return content().organisationTypes.find((type) => type.code === code)?.title[locale] ?? code
}

function filterOf(query: URLSearchParams) {
  return {
    words: query.get('q')?.replaceAll('\0', '').trim().slice(0, 100) || undefined,
    tiers: known(query.getAll('tier'), content().tiers),
    types: known(query.getAll('kind'), content().organisationTypes),
    municipality: known(query.getAll('municipality'), content().municipalities)[0],
  }
}

function known(asked: readonly string[], all: readonly { code: string }[]): string[] {
  return all.map(({ code }) => code).filter((code) => asked.includes(code))
}

function nextHref(current: URLSearchParams, after: string): string {
  const query = new URLSearchParams(current)
  query.delete('_routes')
  query.set('after', after)
  return `/organisations?${query}`
}
