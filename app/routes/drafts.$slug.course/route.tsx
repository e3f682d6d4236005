import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { coursePage } from './course-page.server.ts'
import { Entries } from './entries.tsx'
import { TermsTable } from './terms-table.tsx'

export const loader = serve(coursePage)

export { titled as meta } from '#app/ui/titled.ts'

export default function CoursePage() {
  const { draft, stages, entries, verbs, pausedAt, cancelledAt, provisional } = useLoaderData<typeof loader>()
  const words = useMessages().reviewCourse
  const format = useFormat()
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/drafts/${draft.slug}`, label: draft.title }]}
        title={words.title}
        lead={words.lead}
      />
      <Stack gap={4}>
        {pausedAt && <Notice kind="warn">{words.paused(format.day(pausedAt))}</Notice>}
        {cancelledAt && <Notice kind="warn">{words.cancelled(format.day(cancelledAt))}</Notice>}
        {verbs.length > 0 && (
          <Row>
            {verbs.map(({ href, label }) => (
              <LinkButton key={href} href={href}>
                {label}
              </LinkButton>
            ))}
          </Row>
        )}
        {stages.length > 0 ? (
          <section>
            <SectionHead title={words.terms} />
            <p>{words.termsLead}</p>
            <TermsTable stages={stages} />
            {provisional && <Notice>{words.provisional}</Notice>}
          </section>
        ) : (
          <EmptyState title={words.none}>{words.noneText}</EmptyState>
        )}
        {entries.length > 0 && <Entries entries={entries} />}
      </Stack>
    </Page>
  )
}
