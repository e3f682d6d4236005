import { useLoaderData } from '@remix-run/react'
import { ObjectLink } from '#app/routes/panels._index/object-link.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Row, Split, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Agreement } from './agreement.tsx'
import { ConclusionFields } from './conclusion-fields.tsx'
import { CourseOf } from './course.tsx'
import { Comments, MarksTable, ReasonsOf, Votes } from './marks.tsx'
import type { conclusionPage } from './page.server.ts'

/** The chair's desk: words at the left, what the sheets say at the right and below. */
export function ConclusionWork() {
  const { panel, object, view, editable, agreement, mayReconcile, roundOpen } =
    useLoaderData<typeof conclusionPage>()
  const { panels } = useMessages()
  const words = panels.conclusion
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/panels/${panel.number}/protocol`, label: panel.title }]}
        title={words.work}
        lead={words.workLead}
        meta={<ObjectLink object={object} />}
      />
      {!view ? (
        <EmptyState title={words.wait}>{words.waitText}</EmptyState>
      ) : (
        <Stack gap={6}>
          {roundOpen && (
            <Notice kind="warn" title={panels.rounds.openRound}>
              <p>{panels.rounds.lead}</p>
            </Notice>
          )}
          <CourseOf view={view} />
          <Split side={<Votes view={view} />}>
            {editable ? <ConclusionFields view={view} /> : <Notice title={words.readonly} />}
          </Split>
          <MarksTable view={view} />
          {agreement && (
            <Stack gap={2}>
              <Agreement agreement={agreement} names={view.names} />
              <Row>
                {mayReconcile && agreement.divergences.some(({ call }) => call) && (
                  <LinkButton href={`/panels/${panel.number}/round/new`}>
                    {panels.rounds.call.choose}
                  </LinkButton>
                )}
                {(roundOpen || view.body.rounds) && (
                  <LinkButton href={`/panels/${panel.number}/round`}>{panels.rounds.toRound}</LinkButton>
                )}
              </Row>
            </Stack>
          )}
          <ReasonsOf view={view} />
          <Comments view={view} />
        </Stack>
      )}
    </Page>
  )
}
