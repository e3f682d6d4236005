/** Loader of the page on open data: what the registry holds today, who keeps it, and on which terms it may be used. */
import { dayOf } from '#app/domain/ctx.ts'
import { expertsNow } from '#app/domain/experts/figures.server.ts'
import { dutyHolders } from '#app/domain/organisations/queries.server.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export async function openDataPage({ ctx, t, locale }: Args) {
  const today = dayOf(ctx.now, ctx.zone)
  const { instance, settings } = content()
  const holders = await dutyHolders(ctx)
  return {
    title: t.openData.title,
    description: t.openData.lead,
    today,
    experts: await expertsNow(ctx, today),
    owner: holders.find(({ duty }) => duty === 'operator')?.name ?? null,
    licence: instance.licence[locale],
    rate: settings.rates.apiPerAddress,
    example: `/api/v1/experts?day=${Number(today.slice(0, 4)) - 1}-01-01`,
  }
}
