/** Loader of the page on open data: what the registry holds today, who keeps it, and on which terms it may be used. */
import { dayOf } from '#app/domain/ctx.ts'
import { expertsNow } from '#app/domain/experts/figures.server.ts'
import { filterOf, queryOf } from '#app/domain/experts/registry.ts'
import { dutyHolders } from '#app/domain/organisations/queries.server.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

export async function openDataPage({ ctx, t, locale, url, services }: Args) {
  const today = dayOf(ctx.now, ctx.zone)
  const { instance, settings } = content()
  const holders = await dutyHolders(ctx)
  const query = queryOf(filterOf(url.searchParams, today), today).toString()
  const frame = `/embed/experts?${query}${query && '&'}lang=${locale}`
  const address = (services.config.publicUrl + frame).replaceAll('&', '&amp;')
  return {
    embed: {
      ...{ chosen: query !== '', frame },
      code: `<iframe src="${address}" title="${t.experts.title}" width="100%" height="640" loading="lazy"></iframe>`,
    },
    title: t.openData.title,
    description: t.openData.lead,
    today,
    experts: await expertsNow(ctx, today),
    owner: holders.find(({ duty }) => duty === 'operator')?.name ?? null,
    fields: fieldsShown(locale),
    licence: instance.licence[locale],
    rate: settings.rates.apiPerAddress,
    example: `/api/v1/experts?day=${Number(today.slice(0, 4)) - 1}-01-01`,
  }
}

/** Every field that is kept of a person, with its class and grounds; closed ones first name that they are. */
function fieldsShown(locale: Locale) {
  const { grounds, open, closed } = content().personFields
  const laws = new Map<string, string>(grounds.map(({ code, title }) => [code, title[locale]]))
  const titles = new Map<string, string>(open.map(({ code, title }) => [code, title[locale]]))
  const told = (codes: readonly string[]) =>
    codes.filter((code) => code !== 'demo').map((code) => laws.get(code) ?? code)
  return [
    ...open.map((field) => ({
      ...{
        code: field.code,
        title: field.title[locale],
        kind: 'open' as const,
        grounds: told(field.grounds),
      },
      with: field.with ? (titles.get(field.with) ?? null) : null,
    })),
    ...closed.map((field) => ({
      ...{
        code: field.code,
        title: field.title[locale],
        kind: 'closed' as const,
        grounds: told(field.grounds),
      },
      with: null,
    })),
  ]
}
