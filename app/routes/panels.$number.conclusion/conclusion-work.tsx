import { useLoaderData } from '@remix-run/react'
import type { ConclusionView } from '#app/domain/panels/conclusions/reading.server.ts'
import { ObjectLink } from '#app/routes/panels._index/object-link.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Row, Split, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { Agreement } from './agreement.tsx'
import { ConclusionFields } from './conclusion-fields.tsx'
import { CourseOf } from './course.tsx'
import styles from './marks.module.css'
import { Comments, MarksTable, ReasonsOf, Votes } from './marks.tsx'
import type { conclusionPage } from './page.server.ts'
import { Statements } from './statements.tsx'
import { TextAgreement } from './text-agreement.tsx'

/** The chair's desk: words at the left, what the sheets say at the right and below. */
export function ConclusionWork() {
  const { panel, object, view, editable, agreement, mayReconcile, roundOpen, text, unmarked } =
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
          {text.stage !== 'draft' && <TextAgreement />}
          <Split side={<Votes view={view} />}>
            {editable ? (
              <ConclusionFields view={view} sent={text.edition !== null} unmarked={unmarked} />
            ) : (
              <Reading view={view} />
            )}
          </Split>
          {text.stage === 'draft' && <TextAgreement />}
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

/** The text for who does not word it. */
function Reading({ view: { body } }: { view: ConclusionView }) {
  const words = useMessages().panels.conclusion
  return (
    <Stack gap={3}>
      <Notice title={words.readonly} />
      <p>
        <strong>{body.verdicts.find(({ code }) => code === body.verdict)?.title}</strong>
      </p>
      <Statements body={body} />
      {body.recommendations && (
        <div>
          <SectionHead title={words.sections.recommendations} />
          <p className={styles.plain}>{body.recommendations}</p>
        </div>
      )}
    </Stack>
  )
}
