/** Loader of an organisation's page: the card, its history, and its experts on a day as the open registry knows them. */
import { redirect } from '@remix-run/node'
import { dayOf } from '#app/domain/ctx.ts'
import { nameOf } from '#app/domain/experts/entries.server.ts'
import { registryPage } from '#app/domain/experts/registry.server.ts'
import { dayOr, filterOf } from '#app/domain/experts/registry.ts'
import { changesOf } from '#app/domain/organisations/history.server.ts'
import { organisationActions } from '#app/domain/organisations/keeping.server.ts'
import { organisationByCode } from '#app/domain/organisations/queries.server.ts'
import { tierWord } from '#app/routes/documents/view.server.ts'
import { typeWord } from '#app/routes/organisations/list.server.ts'
import type { Args } from '#app/web/serve.server.ts'

const SHOWN = 12

export async function organisationView({ ctx, params, locale, url }: Args) {
  const { id, municipalityId, ...card } = await organisationByCode(ctx, params.code ?? '')
  // A merged card leads to the one that stayed, as long as the merge is not taken back.
  if (card.movedTo) throw redirect(`/organisations/${encodeURIComponent(card.movedTo)}`)
  const today = dayOf(ctx.now, ctx.zone)
  const day = dayOr(url.searchParams.get('day'), today)
  const filter = filterOf(new URLSearchParams({ organisation: card.code, day }), today)
  const { entries, counts } = await registryPage(ctx, filter, null, SHOWN)
  return {
    title: card.shortName,
    description: card.name,
    ...card,
    type: typeWord(card.type, locale),
    tier: tierWord(card.tier, locale),
    may: organisationActions(ctx, { id, municipalityId, tier: card.tier }),
    changes: await changesOf(ctx, id),
    experts: {
      ...{ day, isToday: day === today, total: counts.total },
      rows: entries.map((entry) => ({
        ...{ number: entry.number, name: nameOf(entry), post: entry.work?.post ?? '' },
        directions: entry.statuses.map(({ title }) => title),
      })),
    },
  }
}

export type OrganisationView = Awaited<ReturnType<typeof organisationView>>
