/** Documents as pages show them: codes of kind and tier in the visitor's words. */
import type { Force } from '#app/domain/documents/queries.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

export interface DocumentView {
  code: string
  kind: string
  tier: string
  issuer: string
  number: string
  day: string | null
  title: string
  force: Force
  firstDay: string | null
  endDay: string | null
  published: boolean
}

type Row = Omit<DocumentView, 'published'> & { publishedAt: Date | null }

/** The row without ids, in words of the language. */
export function documentView(row: Row, locale: Locale): DocumentView {
  const { code, issuer, number, day, title, force, firstDay, endDay, publishedAt } = row
  const kind = kindWord(row.kind, locale)
  const tier = tierWord(row.tier, locale)
  return {
    code,
    kind,
    tier,
    issuer,
    number,
    day,
    title,
    force,
    firstDay,
    endDay,
    published: publishedAt !== null,
  }
}

/** The kind's title; an unknown code is shown as it is. */
export function kindWord(code: string, locale: Locale): string {
  return content().documentKinds.find((kind) => kind.code === code)?.title[locale] ?? code
}

/** The tier's title. */
export function tierWord(code: string, locale: Locale): string {
  return content().tiers.find((tier) => tier.code === code)?.title[locale] ?? code
}
