/** What the form of a card offers: kinds, tiers, issuers, documents that can be replaced. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { cardSuggestions } from '#app/domain/documents/card-writing.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

export async function cardChoices(ctx: ActingCtx, locale: Locale) {
  const { documentKinds, tiers } = content()
  const option = ({ code, title }: (typeof tiers)[number] | (typeof documentKinds)[number]) => ({
    value: code,
    label: title[locale],
  })
  return {
    kinds: documentKinds.map(option),
    tiers: tiers.map(option),
    ...(await cardSuggestions(ctx)),
  }
}

export type CardChoices = Awaited<ReturnType<typeof cardChoices>>
