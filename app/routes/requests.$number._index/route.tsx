import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { isOwn } from '#app/domain/reviews/course/asking.server.ts'
import { requestRules } from '#app/domain/reviews/course/requesting.server.ts'
import { requestByNumber } from '#app/domain/reviews/course/requests.server.ts'
import { developersFor } from '#app/domain/reviews/showing.server.ts'
import { tones } from '#app/routes/requests._index/request-table.tsx'
import { requestView } from '#app/routes/requests._index/request-view.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { RequestBody } from './request-body.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const mine = acting(ctx)
  const shown = await requestByNumber(mine, numberOf(params.number))
  const { request } = shown
  const facts = { own: await isOwn(mine, request.id), state: request.state }
  const makes = (await developersFor(mine)).some(({ id }) => id === request.developerId)
  const decides = requestRules.decide(mine.actor, {}) === null
  return {
    title: t.reviewCourse.requests.one(request.number),
    request: requestView(shown, locale),
    returned: request.state === 'returned' ? (shown.steps.at(-1)?.reason ?? '') : null,
    mayAmend: requestRules.resend(mine.actor, facts) === null,
    mayMake: makes && request.state === 'accepted' && request.draftId === null,
    decides,
  }
})

/** One request with its answers; what comes next is the one main button. */
export default function RequestPage() {
  const { request, returned, mayAmend, mayMake, decides } = useLoaderData<typeof loader>()
  const { requests: words, desk } = useMessages().reviewCourse
  const { number } = request
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: '/requests', label: words.title }]}
        eyebrow={words.one(number)}
        title={request.title}
        lang="ru"
        meta={<Tag tone={tones[request.state]}>{words.states[request.state]}</Tag>}
        actions={
          (mayMake || mayAmend || decides) && (
            <>
              {mayMake && (
                <LinkButton href={`/drafts/new?request=${number}`} look="main">
                  {words.makeDraft}
                </LinkButton>
              )}
              {mayAmend && (
                <LinkButton href={`/requests/${number}/amendment`} look="main">
                  {words.amend}
                </LinkButton>
              )}
              {decides && <LinkButton href={`/desk/requests/${number}`}>{desk.decision}</LinkButton>}
            </>
          )
        }
      />
      <Stack gap={4}>
        {returned !== null && (
          <Notice kind="warn" title={words.returnedTitle}>
            {returned}
          </Notice>
        )}
        <RequestBody request={request} />
      </Stack>
    </Page>
  )
}
