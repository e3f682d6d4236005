/** Loader of an expert's card: open facts only, and their machine form for search engines. */
import { redirect } from '@remix-run/node'
import { dayOf } from '#app/domain/ctx.ts'
import { type Card, type CardStatus, cardOf } from '#app/domain/experts/card.server.ts'
import { nameOf } from '#app/domain/experts/entries.server.ts'
import { lastDay } from '#app/domain/experts/registry.ts'
import { numberOf } from '#app/domain/problem.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export async function expertPage({ ctx, params, t, locale, services }: Args) {
  const today = dayOf(ctx.now, ctx.zone)
  const card = await cardOf(ctx, numberOf(params.number))
  // A merged person keeps both numbers for life; the card lives under one.
  if (card.movedTo !== null) throw redirect(`/experts/${card.movedTo}`, 301)
  const name = nameOf(card)
  const work = card.works.find(({ from, to }) => !(from > today) && (to === null || to > today)) ?? null
  const tiers = new Map(content().tiers.map(({ code, title }) => [code as string, title[locale]]))
  const view = (status: CardStatus) => ({
    ...status,
    last: status.to && lastDay(status.to),
    tier: tiers.get(status.tier) ?? status.tier,
  })
  const of = (state: CardStatus['state']) =>
    card.statuses.filter((status) => status.state === state).map(view)
  const [current, ahead, past] = [of('current'), of('ahead'), of('past')]
  return {
    title: name ?? t.experts.card.hiddenTitle(card.number),
    number: card.number,
    name,
    work,
    former: card.works.filter(({ to }) => to !== null && to <= today),
    ...{ current, ahead, past },
    firstDay: card.statuses.map(({ from }) => from).sort()[0] ?? null,
    finished: card.finished,
    engagements: card.engagements.map((one) => ({ ...one, last: one.to && lastDay(one.to) })),
    jsonLd: name ? jsonLdOf(card, { name, work, publicUrl: services.config.publicUrl }) : null,
  }
}

export type ExpertView = Awaited<ReturnType<typeof expertPage>>

/** schema.org of the open fields; a person without ground has none. */
function jsonLdOf(
  card: Card,
  { name, work, publicUrl }: { name: string; work: Card['works'][number] | null; publicUrl: string },
) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    name,
    identifier: String(card.number),
    url: `${publicUrl}/experts/${card.number}`,
    ...(work ? { jobTitle: work.post, worksFor: { '@type': 'Organization', name: work.organisation } } : {}),
    knowsAbout: [
      ...new Set(card.statuses.filter(({ state }) => state === 'current').map(({ title }) => title)),
    ],
  }
}
