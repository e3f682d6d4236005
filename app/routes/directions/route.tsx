import { useLoaderData } from '@remix-run/react'
import { viewerOf } from '#app/domain/ctx.ts'
import { documentsByCode } from '#app/domain/documents/queries.server.ts'
import { directionsOfList, listOn, listsOfDirections } from '#app/domain/experts/directions.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { serve } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { DirectionRows } from './direction-rows.tsx'

export const loader = serve(async ({ ctx, url, t, locale }) => {
  const lists = await listsOfDirections(ctx)
  const { today } = viewerOf(ctx)
  const code = url.searchParams.get('list') ?? (await listOn(ctx, today))
  const directions = await directionsOfList(ctx, code)
  const list = lists.find((one) => one.code === code)
  const papers = await documentsByCode(ctx, list?.document ? [list.document] : [])
  const paper = [...papers.values()][0]
  return {
    title: t.documents.directions.title,
    description: t.documents.directions.lead,
    lists: lists.map(({ code: own, firstDay, now }) => ({
      code: own,
      year: firstDay.slice(0, 4),
      now,
      current: own === code,
    })),
    past: list ? !list.now : false,
    paper: paper ? { code: paper.code, title: paper.title, number: paper.number, day: paper.day } : null,
    tiers: content()
      .tiers.map((tier) => ({
        title: tier.title[locale],
        rows: directions.filter((one) => one.tier === tier.code),
      }))
      .filter(({ rows }) => rows.length > 0),
  }
})

export { titled as meta } from '#app/ui/titled.ts'

export default function DirectionsPage() {
  const { lists, tiers, paper, past } = useLoaderData<typeof loader>()
  const words = useMessages().documents.directions
  const tabs = lists.map(({ code, year, now, current }) => ({
    href: now ? '/directions' : `/directions?list=${code}`,
    label: words.edition(year, now),
    current,
  }))
  return (
    <Page>
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={6}>
        <Stack gap={2}>
          <Tabs label={words.editions} tabs={tabs} />
          {paper && <Paper paper={paper} />}
        </Stack>
        {tiers.map(({ title, rows }) => (
          <section key={title}>
            <SectionHead title={title} />
            <DirectionRows rows={rows} past={past} />
          </section>
        ))}
      </Stack>
    </Page>
  )
}

type PaperProps = { paper: { code: string; title: string; number: string; day: string | null } }

function Paper({ paper: { code, title, number, day } }: PaperProps) {
  const { documents } = useMessages()
  const format = useFormat()
  return (
    <p>
      <small>
        {documents.directions.approvedBy}{' '}
        <Anchor href={`/documents/${code}`} title={title}>
          {day ? documents.requisites(format.day(day), number) : number}
        </Anchor>
      </small>
    </p>
  )
}
