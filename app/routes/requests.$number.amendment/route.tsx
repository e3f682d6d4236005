import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { isOwn } from '#app/domain/reviews/course/asking.server.ts'
import { DiscussionRequest } from '#app/domain/reviews/course/course-forms.ts'
import { requestRules, resendRequest } from '#app/domain/reviews/course/requesting.server.ts'
import { requestByNumber } from '#app/domain/reviews/course/requests.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { requestChoices, sentRequest } from '#app/routes/requests.new/form-page.server.ts'
import { RequestForm } from '#app/routes/requests.new/request-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const mine = acting(ctx)
  const { request, steps } = await requestByNumber(mine, numberOf(params.number))
  authorize(requestRules.resend, mine.actor, { own: await isOwn(mine, request.id), state: request.state })
  const { organisationId, developerId, process, title, kind, ground, explanatoryNote } = request
  const { questions, contact, letterNumber, letterDay } = request
  return {
    title: `${t.reviewCourse.requests.amend} · ${t.reviewCourse.requests.one(request.number)}`,
    number: request.number,
    because: steps.at(-1)?.reason ?? '',
    typed: {
      ...{ organisationId, developerId, process, title, kind, ground, explanatoryNote },
      ...{ questions, contact, letterNumber, letterDay },
    },
    choices: await requestChoices(mine, locale),
  }
})

export const action = serveForm(DiscussionRequest, async ({ ctx, params, value, services }) => {
  const number = numberOf(params.number)
  const { input, letter } = await sentRequest(acting(ctx), value, services)
  await resendRequest(acting(ctx), number, input, letter)
  return done(`/requests/${number}`, 'sent')
})

export default function AmendmentPage() {
  const { number, because, typed, choices } = useLoaderData<typeof loader>()
  const words = useMessages().reviewCourse.requests
  return (
    <Page width="text">
      <PageHead
        crumbs={[
          { href: '/requests', label: words.title },
          { href: `/requests/${number}`, label: words.one(number) },
        ]}
        title={words.amend}
      />
      <Stack gap={4}>
        <Notice kind="warn" title={words.returnedTitle}>
          {because}
        </Notice>
        <RequestForm choices={choices} typed={typed} submit={words.resubmit} />
      </Stack>
    </Page>
  )
}
