import { Form, useLoaderData } from '@remix-run/react'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { TakeForm } from '#app/domain/panels/record/forms.ts'
import { giveWorkPaper } from '#app/domain/panels/record/giving.server.ts'
import { ownWork } from '#app/domain/panels/record/reading.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => ({
  title: t.conclusions.record.title,
  works: await ownWork(acting(ctx)),
}))

export const action = serveForm(TakeForm, async ({ ctx, value }) => {
  const mine = acting(ctx)
  await giveWorkPaper(mine, await panelIdOf(ctx, value.panel), mine.actor.personId)
  return done('/cabinet/work', 'papersGiven')
})

type Work = ReturnType<typeof useLoaderData<typeof loader>>['works'][number]

/** What one took part in, and the papers on it. */
export default function OwnWork() {
  const { title, works } = useLoaderData<typeof loader>()
  const { record: words } = useMessages().conclusions
  const format = useFormat()
  const { columns, roles } = words
  return (
    <section>
      <SectionHead title={title} />
      <Stack gap={3}>
        <p>{words.lead}</p>
        {works.length === 0 ? (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        ) : (
          <Table
            caption={title}
            hideCaption
            rows={works}
            rowKey={({ id }) => id}
            columns={[
              { label: columns.what, head: true, cell: ({ title }) => title },
              {
                label: columns.role,
                cell: ({ role, kind }) => roles[role as keyof typeof roles] ?? words.kinds[kind] ?? role,
              },
              {
                label: columns.days,
                cell: ({ firstDay, lastDay, outcome }) =>
                  lastDay && outcome !== 'going'
                    ? words.paper.days(format.day(firstDay), format.day(lastDay))
                    : format.day(firstDay),
              },
              { label: columns.hours, cell: ({ hours }) => hours !== null && words.hours(hours) },
              { label: columns.paper, cell: (work) => <PaperOf work={work} /> },
            ]}
          />
        )}
      </Stack>
    </section>
  )
}

function PaperOf({ work: { paper, panel, outcome } }: { work: Work }) {
  const { record: words } = useMessages().conclusions
  if (outcome !== 'finished') return <Tag>{words[outcome]}</Tag>
  if (paper) {
    return (
      <Anchor href={`/cabinet/work/${paper.id}.pdf`} download>
        {words.paperNumber(paper.number)}
      </Anchor>
    )
  }
  if (panel === null) return null
  return (
    <Form method="post">
      <input type="hidden" name="panel" value={panel} />
      <Button small>{words.ask}</Button>
    </Form>
  )
}
