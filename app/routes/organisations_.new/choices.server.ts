/** What the form of a card offers: types, tiers and municipalities that its writer may keep. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { mayKeepOrganisations } from '#app/domain/organisations/keeping.server.ts'
import { keptMunicipalities } from '#app/domain/organisations/queries.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'
import type { CardChoices } from './card-form.tsx'

export async function cardChoices(ctx: ActingCtx, locale: Locale): Promise<CardChoices> {
  if (!mayKeepOrganisations(ctx)) throw new Problem('forbidden')
  const { region, places } = await keptMunicipalities(ctx)
  const own = ({ code }: { code: string }) => region || code === 'municipal' || code === 'institutional'
  const option = ({ code, title }: { code: string; title: Record<Locale, string> }) => ({
    value: code,
    label: title[locale],
  })
  return {
    types: content().organisationTypes.map(option),
    tiers: content().tiers.filter(own).map(option).reverse(),
    municipalities: places.map(({ code, name }) => ({ value: code, label: name })),
    region,
  }
}
