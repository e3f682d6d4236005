import { useLoaderData } from '@remix-run/react'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { WorkTabs } from '#app/routes/drafts.$slug/work-tabs.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { serve } from '#app/web/serve.server.ts'
import { ChainForm } from './chain-form.tsx'
import { Choices } from './choices.tsx'
import { Doubtful } from './doubtful.tsx'
import styles from './processing.module.css'
import { processingPage } from './processing.server.ts'
import { RemarkTable } from './remark-table.tsx'
import { Together } from './together.tsx'

export const loader = serve(async (args) =>
  processingPage(args, await draftBySlug(args.ctx, args.params.slug ?? '')),
)

export { titled as meta } from '#app/ui/titled.ts'

export default function ProcessingPage() {
  const view = useLoaderData<typeof loader>()
  const { draft, can, rows, choices, answered, total } = view
  const { reviewWork, revising, reviewOutcome } = useMessages()
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
          {view.may.apply && (
            <Row>
              <LinkButton href={`/drafts/${draft.slug}/suggestions`} small>
                {view.suggestions > 0
                  ? revising.suggestions.link(view.suggestions)
                  : revising.suggestions.linkNone}
              </LinkButton>
              <Anchor href={`/drafts/${draft.slug}/answers`}>{revising.readyAnswers.title}</Anchor>
            </Row>
          )}
        </div>
        {view.may.decide && view.doubtful.length > 0 && (
          <Doubtful slug={draft.slug} numbers={view.doubtful} />
        )}
        <Choices slug={draft.slug} choices={choices} executors={view.executors} />
        {rows.length === 0 ? (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        ) : (
          <form method="post" className={styles.work}>
            <RemarkTable slug={draft.slug} rows={rows} choose={view.may.decide} today={view.today} />
            {view.may.decide && <Together view={view} />}
          </form>
        )}
        {(view.pages.next || view.pages.previous) && (
          <Pagination previous={view.pages.previous} next={view.pages.next}>
            {reviewOutcome.summary.shownOf(view.pages.from, view.pages.to, view.pages.found)}
          </Pagination>
        )}
        <ChainForm view={view} />
      </Stack>
    </Page>
  )
}

export type ProcessingView = Awaited<ReturnType<typeof loader>>
