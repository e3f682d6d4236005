import { useLoaderData } from '@remix-run/react'
import { findClosedPeople } from '#app/domain/experts/closed/persons.server.ts'
import { readsByMe } from '#app/domain/experts/closed/reading.server.ts'
import { closedRequestsOf } from '#app/domain/experts/closed/requests.server.ts'
import { wordsOf } from '#app/domain/experts/registry.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { Problem } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { FindPeople } from './find-people.tsx'
import { ReadList } from './read-list.tsx'
import { RequestList } from './request-list.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, url, t, locale }) => {
  const mine = acting(ctx)
  const mayRead = expertRules.openClosed(mine.actor, {}) === null
  const mayAsk = expertRules.requestClosed(mine.actor, {}) === null
  if (!mayRead && !mayAsk) throw new Problem('forbidden')
  const query = wordsOf(url.searchParams.get('q'))
  const [before, from] = [url.searchParams.get('before') ?? '', url.searchParams.get('from') ?? '']
  const people = mayRead && query ? await findClosedPeople(mine, query) : []
  const { personFields } = content()
  return {
    title: t.closedData.title,
    ...{ mayRead, mayAsk, query, today: mine.actor.today },
    people: people.map(({ number, name }) => ({ number, name })),
    requests: await closedRequestsOf(mine, /^\d{1,9}$/.test(before) ? Number(before) : null),
    reads: await readsByMe(mine, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(from) ? from : null),
    fields: Object.fromEntries(personFields.closed.map(({ code, title }) => [code, title[locale]])),
    reasons: Object.fromEntries(personFields.reasons.map(({ code, title }) => [code, title[locale]])),
  }
})

export default function ClosedDataPage() {
  const { mayRead, mayAsk } = useLoaderData<typeof loader>()
  const words = useMessages().closedData
  return (
    <Page>
      <PageHead
        title={words.title}
        lead={mayRead ? words.lead : words.leadAsk}
        actions={
          mayAsk && (
            <LinkButton href="/desk/closed/requests/new" look="main">
              {words.requests.start}
            </LinkButton>
          )
        }
      />
      <Stack gap={6}>
        {mayRead && <FindPeople />}
        <section>
          <SectionHead title={words.requests.title} />
          <RequestList />
        </section>
        <section>
          <SectionHead title={words.reads.title} />
          <ReadList />
        </section>
      </Stack>
    </Page>
  )
}
