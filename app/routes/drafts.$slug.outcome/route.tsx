import { useLoaderData } from '@remix-run/react'
import { WorkTabs } from '#app/routes/drafts.$slug/work-tabs.tsx'
import { Comparison } from '#app/routes/drafts.$slug.compare.$a.$b/comparison.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Entry } from './entry.tsx'
import { outcomePage } from './outcome.server.ts'

export const loader = serve(outcomePage)

export { titled as meta } from '#app/ui/titled.ts'

/** What became of the draft, with the approved text against the last version. */
export default function OutcomePage() {
  const { head, outcome, ended, earlier, changes, goesOn, mayEnter, indicator } =
    useLoaderData<typeof loader>()
  const { reviewEnding: words } = useMessages()
  const { draft } = head
  const enter = mayEnter && (
    <LinkButton href={`/drafts/${draft.slug}/outcome/entry`} look={outcome && !goesOn ? 'default' : 'main'}>
      {outcome && !goesOn ? words.correct : words.enter}
    </LinkButton>
  )
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/drafts/${draft.slug}`, label: draft.title }]}
        title={words.title}
        lead={words.lead}
      />
      <Stack gap={4}>
        <WorkTabs slug={draft.slug} can={head.can} current="summary" />
        {outcome && <Entry outcome={outcome} changed={changes.length} />}
        {!outcome && ended && <Entry ended={ended} changed={0} />}
        {!outcome && !ended && (
          <EmptyState title={words.none} action={enter || undefined}>
            {words.noneText}
          </EmptyState>
        )}
        {outcome && enter && <div>{enter}</div>}
        {changes.length > 0 && (
          <section>
            <SectionHead title={words.changes} />
            <Comparison slug={draft.slug} lang={draft.lang} rows={changes} />
          </section>
        )}
        {earlier.length > 0 && (
          <Disclosure summary={words.earlier} quiet>
            {earlier.map((one) => (
              <Entry key={one.id} outcome={one} changed={0} />
            ))}
          </Disclosure>
        )}
        <p>{words.indicator(indicator.discussed, indicator.approved, indicator.year)}</p>
      </Stack>
    </Page>
  )
}
