import { useLoaderData } from '@remix-run/react'
import { unsentOf } from '#app/domain/accounts/unsent.server.ts'
import { DiscussionRequest } from '#app/domain/reviews/course/course-forms.ts'
import { sendRequest, unsentRequest } from '#app/domain/reviews/course/requesting.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { requestChoices, sentRequest } from './form-page.server.ts'
import { RequestForm } from './request-form.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, locale }) => {
  const mine = acting(ctx)
  const choices = await requestChoices(mine, locale)
  return {
    title: t.reviewCourse.requests.newTitle,
    choices,
    typed: (await unsentOf(mine, unsentRequest))?.fields ?? null,
  }
})

export const action = serveForm(DiscussionRequest, async ({ ctx, value, services }) => {
  const { input, letter } = await sentRequest(acting(ctx), value, services)
  const number = await sendRequest(acting(ctx), input, letter)
  return done(`/requests/${number}`, 'sent')
})

export default function NewRequestPage() {
  const { choices, typed } = useLoaderData<typeof loader>()
  const words = useMessages().reviewCourse.requests
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: '/requests', label: words.title }]}
        title={words.newTitle}
        lead={words.newLead}
      />
      <Stack gap={4}>
        {typed && <Notice>{words.restored}</Notice>}
        <RequestForm choices={choices} typed={typed ?? {}} submit={words.submit} kept />
      </Stack>
    </Page>
  )
}
