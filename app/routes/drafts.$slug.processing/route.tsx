import { useLoaderData } from '@remix-run/react'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { WorkTabs } from '#app/routes/drafts.$slug/work-tabs.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Choices } from './choices.tsx'
import styles from './processing.module.css'
import { processingPage } from './processing.server.ts'
import { RemarkTable } from './remark-table.tsx'

export const loader = serve(async (args) =>
  processingPage(args, await draftBySlug(args.ctx, args.params.slug ?? '')),
)

export { titled as meta } from '#app/ui/titled.ts'

export default function ProcessingPage() {
  const { draft, can, rows, choices, answered, total } = useLoaderData<typeof loader>()
  const { reviewWork } = useMessages()
  const words = reviewWork.processing
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/drafts/${draft.slug}`, label: draft.title }]}
        title={words.title}
        lead={words.lead}
      />
      <Stack gap={3}>
        <WorkTabs slug={draft.slug} can={can} current="processing" />
        <div className={styles.progress}>
          <p>
            <strong>{words.progress(answered, total)}</strong>
          </p>
          <Bar value={answered} max={total} label={words.title} valueText={words.progress(answered, total)} />
        </div>
        <Choices slug={draft.slug} choices={choices} />
        {rows.length === 0 ? (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        ) : (
          <RemarkTable slug={draft.slug} rows={rows} />
        )}
      </Stack>
    </Page>
  )
}
