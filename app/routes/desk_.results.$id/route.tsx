import { useLoaderData } from '@remix-run/react'
import { campaignById } from '#app/domain/assessment/results/campaigns.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Split } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, locale }) => {
  const { name, direction, day, total, passed, bands } = await campaignById(acting(ctx), idOf(params.id))
  const edges = new Map(
    content().bands.map(({ code, title, from, below }) => [
      code as string,
      { title: title[locale], from, below },
    ]),
  )
  return {
    ...{ title: name, direction, day, total, passed },
    bands: bands.map(({ code, count, percent }) => ({ count, percent, ...edges.get(code) })),
    pass: content().instance.pass.percent,
  }
})

/** How the results of a campaign are distributed: counts and whole per cent, nobody's own. */
export default function CampaignPage() {
  const { title, direction, day, total, passed, bands, pass } = useLoaderData<typeof loader>()
  const words = useMessages().results
  const format = useFormat()
  const shares = new Map(bands.map(({ count, percent }) => [count, percent]))
  const facts = [
    { term: words.direction, value: direction, lang: 'ru' },
    { term: words.day, value: format.day(day) },
    { term: words.total, value: format.number(total) },
    { term: words.passedTerm(pass), value: words.passed(passed, total) },
  ]
  const side = (
    <section>
      <SectionHead title={words.about} />
      <Facts facts={facts} />
    </section>
  )
  return (
    <Page>
      <PageHead crumbs={[{ href: '/desk/results', label: words.title }]} title={title} lang="ru" />
      <Split side={side}>
        <BarChart
          title={words.chart}
          unit={words.unit}
          max={total}
          items={bands.map(({ title: band = '', from = 0, below, count }) => ({
            label: words.band(band, from, below ?? null),
            value: count,
          }))}
          print={(count) => words.share(format.number(count), shares.get(count) ?? 0)}
        />
        <p>
          <small>{words.note(pass)}</small>
        </p>
      </Split>
    </Page>
  )
}
