import { useLoaderData } from '@remix-run/react'
import { documentsByCode } from '#app/domain/documents/queries.server.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { serve } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { DirectionRows } from './direction-rows.tsx'
import { DayChoice, ListDays } from './list-days.tsx'
import { listView } from './list-view.server.ts'

export const loader = serve(async ({ ctx, url, t, locale }) => {
  const { directions, document, ...view } = await listView(ctx, url.searchParams)
  const papers = await documentsByCode(ctx, document ? [document] : [])
  const paper = [...papers.values()][0]
  return {
    title: t.documents.directions.title,
    description: t.documents.directions.lead,
    ...view,
    mayPrepare: expertRules.editDirections(ctx.actor, {}) === null,
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
  const view = useLoaderData<typeof loader>()
  const { lists, tiers, paper } = view
  const { documents, applications } = useMessages()
  const words = documents.directions
  const { howTo } = applications
  const tabs = lists.map(({ code, year, state, current }) => ({
    href: state === 'now' ? '/directions' : `/directions?list=${code}`,
    label: words.edition(year, state),
    current,
  }))
  return (
    <Page>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {view.mayPrepare && <LinkButton href="/desk/directions">{words.desk}</LinkButton>}
            <LinkButton href="/help/applicant">{howTo.link}</LinkButton>
          </>
        }
      />
      <Stack gap={6}>
        <Stack gap={2}>
          <Tabs label={words.editions} tabs={tabs} />
          <ListDays of={view} />
          {paper && <Paper paper={paper} />}
        </Stack>
        {tiers.map(({ title, rows }) => (
          <section key={title}>
            <SectionHead title={title} />
            <DirectionRows rows={rows} past={view.state === 'past'} until={view.coming?.firstDay ?? null} />
          </section>
        ))}
        <DayChoice day={view.day} />
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
