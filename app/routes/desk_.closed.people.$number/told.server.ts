/** What a closed read gave, as the page shows it: with bands and titles, and no field that was not asked. */
import { bandOf } from '#app/domain/assessment/scores.ts'
import type { ClosedFacts } from '#app/domain/experts/closed/reading.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

export function toldOf(facts: ClosedFacts, locale: Locale) {
  const { bands, personFields } = content()
  const titles = new Map<string, string>(personFields.open.map(({ code, title }) => [code, title[locale]]))
  const band = (code: string | null) => bands.find((one) => one.code === code)?.title[locale] ?? null
  const { results, consents, ...others } = facts
  return {
    ...others,
    ...(results && { results: results.map((one) => ({ ...one, band: band(bandOf(one, bands)) })) }),
    ...(consents && {
      consents: consents.map((one) => ({
        ...one,
        fields: one.fields?.map((code) => titles.get(code) ?? code) ?? null,
      })),
    }),
  }
}

export type ToldFacts = ReturnType<typeof toldOf>
