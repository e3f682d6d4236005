import { useActionData, useLoaderData } from '@remix-run/react'
import { SummaryPublication } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { WorkTabs } from '#app/routes/drafts.$slug/work-tabs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { ByDecision } from './by-decision.tsx'
import { Conclusions } from './conclusions.tsx'
import { PublishForm } from './publish-form.tsx'
import { Rows } from './rows.tsx'
import { Signatures } from './signatures.tsx'
import { summaryPage } from './summary.server.ts'
import { Totals } from './totals.tsx'

export const loader = serve(summaryPage)

export const action = serveForm(SummaryPublication, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await publishSummary(acting(ctx), draft.id, value)
  return done(`/drafts/${draft.slug}/summary`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function SummaryPage() {
  const { summary, can, pages, openUntil } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()
  const { reviewOutcome } = useMessages()
  const format = useFormat()
  const words = reviewOutcome.summary
  const { draft, published } = summary
  const only = summary.decision === null ? '' : `decision=${summary.decision}&`
  const at = (from: number | null) =>
    from === null ? null : `/drafts/${draft.slug}/summary?${only}from=${from}`
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/drafts/${draft.slug}`, label: draft.title }]}
        title={words.title}
        lead={published ? words.published(published.revision, format.day(published.publishedAt)) : words.lead}
      />
      <Stack gap={4}>
        <WorkTabs slug={draft.slug} can={can} current="summary" />
        {!published && <Notice title={words.preliminary}>{words.noneText}</Notice>}
        <Totals summary={summary} />
        <Conclusions />
        {published && <Signatures slug={draft.slug} signatures={summary.signatures} maySign={can.sign} />}
        {can.summary && <PublishForm summary={summary} openUntil={openUntil} lastResult={lastResult} />}
        {summary.rows.length === 0 ? (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        ) : (
          <>
            <ByDecision summary={summary} />
            <Rows slug={draft.slug} lang={draft.lang} rows={summary.rows} />
            {(pages.next || pages.previous) && (
              <Pagination previous={at(pages.previous)} next={at(pages.next)}>
                {words.shownOf(pages.from, pages.to, pages.found)}
              </Pagination>
            )}
          </>
        )}
      </Stack>
    </Page>
  )
}
