/** A row of the catalogue in the visitor's words. */
import type { Facet } from '#app/domain/practices/catalogue/filter.ts'
import type { PracticeEntry } from '#app/domain/practices/catalogue/listing.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

/** Codes of content/ that a facet chooses by, with their titles; of other facets none. */
export function wordsOfCodes(facet: Facet, locale: Locale): Map<string, string> {
  const { practices, tiers, subjects } = content()
  const titled = (list: readonly { code: string; title: Record<Locale, string> }[]) =>
    new Map(list.map(({ code, title }) => [code, title[locale]]))
  if (facet === 'kind') return titled(practices.kinds)
  if (facet === 'tier') return titled(tiers)
  if (facet === 'subject') return titled(subjects)
  if (facet === 'licence') return new Map(practices.licences.map(({ code, short }) => [code, short]))
  return new Map()
}

export function entryView(row: PracticeEntry, locale: Locale) {
  const { number, title, abstract, direction, organisation, municipality, authors, version } = row
  const subjects = wordsOfCodes('subject', locale)
  return {
    ...{ number, title, abstract, organisation, municipality, authors, version },
    publishedAt: new Date(row.publishedAt),
    kind: wordsOfCodes('kind', locale).get(row.kind) ?? row.kind,
    tags: [direction, ...row.subjects.map((code) => subjects.get(code) ?? code)].filter(
      (one): one is string => one !== null,
    ),
  }
}
export type EntryView = ReturnType<typeof entryView>
