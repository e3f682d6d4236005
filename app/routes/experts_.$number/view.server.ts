/** Loader of an expert's card: open facts only, and their machine form for search engines. */
import { redirect } from '@remix-run/node'
import { dayOf } from '#app/domain/ctx.ts'
import { qrOf } from '#app/domain/documents/qr.server.ts'
import { type Card, type CardEngagement, type CardStatus, cardOf } from '#app/domain/experts/card.server.ts'
import { nameOf } from '#app/domain/experts/entries.server.ts'
import { filterOf, lastDay } from '#app/domain/experts/registry.ts'
import { numberOf } from '#app/domain/problem.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export async function expertPage({ ctx, params, url, t, locale, services }: Args) {
  const today = dayOf(ctx.now, ctx.zone)
  const { day, known } = filterOf(url.searchParams, today)
  const card = await cardOf(ctx, numberOf(params.number), { day, known })
  // A merged person keeps both numbers for life; the card lives under one.
  if (card.movedTo !== null) throw redirect(`/experts/${card.movedTo}${url.search}`, 301)
  const name = nameOf(card)
  const { publicUrl } = services.config
  const check = `${publicUrl}/check/experts/${card.number}`
  const work = card.works.find(({ from, to }) => !(from > day) && (to === null || to > day)) ?? null
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
    // nobody is asked whether their own card is theirs
    own: ctx.actor?.number === card.number,
    ...{ day, known, today, name, work },
    former: card.works.filter(({ to }) => to !== null && to <= day),
    ...{ current, ahead, past },
    firstDay: card.statuses.map(({ from }) => from).sort()[0] ?? null,
    finished: card.finished,
    groups: groupsOf(card.engagements),
    check: { address: check, qr: qrOf(check) },
    jsonLd: name ? jsonLdOf(card, { name, work, publicUrl }) : null,
  }
}

export type ExpertView = Awaited<ReturnType<typeof expertPage>>
export type Work = ExpertView['groups'][number]['works'][number]

// What a room to come records takes its place after these without a change here.
const order = ['panel', 'discussion']

/** Works by kind: expertises first, then discussions, then whatever else is told. */
function groupsOf(engagements: readonly CardEngagement[]) {
  const kinds = [...new Set([...order, ...engagements.map(({ kind }) => kind)])]
  return kinds
    .map((kind) => ({
      kind,
      works: engagements
        .filter((one) => one.kind === kind)
        .map((one) => ({ ...one, last: one.to && lastDay(one.to) })),
    }))
    .filter(({ works }) => works.length > 0)
}

/** schema.org of the open fields; a person without ground has none. */
function jsonLdOf(
  card: Card,
  { name, work, publicUrl }: { name: string; work: Card['works'][number] | null; publicUrl: string },
) {
  const statuses = card.statuses.filter(({ state }) => state === 'current')
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    name,
    identifier: String(card.number),
    url: `${publicUrl}/experts/${card.number}`,
    ...(work ? { jobTitle: work.post, worksFor: { '@type': 'Organization', name: work.organisation } } : {}),
    knowsAbout: [...new Set(statuses.map(({ title }) => title))],
    hasCredential: statuses.map(({ title, from, to, order: by }) => ({
      '@type': 'EducationalOccupationalCredential',
      name: title,
      validFrom: from,
      ...(to ? { expires: lastDay(to) } : {}),
      recognizedBy: { '@type': 'Organization', name: by.issuer },
      url: `${publicUrl}/orders/${by.slug}`,
    })),
  }
}
