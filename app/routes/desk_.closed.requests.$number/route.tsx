import { useLoaderData } from '@remix-run/react'
import { ClosedAnswer } from '#app/domain/experts/closed/forms.ts'
import { answerClosed, closedRequest } from '#app/domain/experts/closed/requests.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { Time } from '#app/ui/time.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { AnswerForm } from './answer-form.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const { personFields } = content()
  const { askedById, fields, reasonCode, ...request } = await closedRequest(
    acting(ctx),
    numberOf(params.number),
  )
  const titles = new Map<string, string>(personFields.closed.map(({ code, title }) => [code, title[locale]]))
  return {
    ...request,
    title: t.closedData.requests.numbered(request.number),
    fields: fields.map((code) => titles.get(code) ?? code),
    purpose: personFields.reasons.find(({ code }) => code === reasonCode)?.title[locale] ?? reasonCode,
    days: personFields.request.days,
  }
})

export const action = serveForm(ClosedAnswer, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await answerClosed(acting(ctx), number, value)
  return done(`/desk/closed/requests/${number}`, 'decided')
})

export default function ClosedRequestPage() {
  const request = useLoaderData<typeof loader>()
  const { closedData: all } = useMessages()
  const format = useFormat()
  const words = all.request
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: '/desk/closed', label: all.title }]}
        eyebrow={all.requests.states[request.state]}
        title={request.title}
        lead={all.requests.about(request.person)}
      />
      <Stack gap={6}>
        <Facts
          facts={[
            {
              term: words.asked,
              value: [request.post, request.organisation].filter(Boolean).join(', '),
              lang: 'ru',
            },
            { term: words.at, value: <Time value={request.askedAt} as="date" /> },
            { term: words.fields, value: request.fields.join(', ') },
            { term: words.reason, value: `${request.purpose}. ${request.reason}` },
            { term: words.answer, value: request.answer, lang: 'ru' },
            { term: words.until, value: request.lastDay && format.day(request.lastDay) },
          ]}
        />
        {request.mayRead && (
          <div>
            <LinkButton href={`/desk/closed/people/${request.person}`} look="main">
              {words.open}
            </LinkButton>
          </div>
        )}
        {request.state === 'open' && !request.mayAnswer && <p>{words.waits}</p>}
        {request.mayAnswer && (
          <section>
            <SectionHead title={words.answerTitle} />
            <AnswerForm />
          </section>
        )}
      </Stack>
    </Page>
  )
}
