import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { RequestVerdict } from '#app/domain/reviews/course/course-forms.ts'
import { decideRequest } from '#app/domain/reviews/course/requesting.server.ts'
import { requestByNumber } from '#app/domain/reviews/course/requests.server.ts'
import { authorize, capable } from '#app/domain/rules.ts'
import { tones } from '#app/routes/requests._index/request-table.tsx'
import { requestView } from '#app/routes/requests._index/request-view.server.ts'
import { RequestBody } from '#app/routes/requests.$number._index/request-body.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Split } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { decisionView, verdictOf } from './decision.server.ts'
import { DecisionForm } from './decision-form.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const mine = acting(ctx)
  const shown = await requestByNumber(mine, numberOf(params.number))
  authorize(capable('request.read'), mine.actor, {})
  return {
    title: t.reviewCourse.requests.one(shown.request.number),
    request: requestView(shown, locale),
    decision: decisionView(mine, shown.request),
  }
})

export const action = serveForm(RequestVerdict, async ({ ctx, params, value }) => {
  await decideRequest(acting(ctx), numberOf(params.number), verdictOf(value))
  return done('/desk/requests', 'decided')
})

/** A request beside the decision on it. */
export default function RequestDeskPage() {
  const { request, decision } = useLoaderData<typeof loader>()
  const { requests: words, desk } = useMessages().reviewCourse
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/desk/requests', label: desk.title }]}
        eyebrow={words.one(request.number)}
        title={request.title}
        lang="ru"
        meta={<Tag tone={tones[request.state]}>{words.states[request.state]}</Tag>}
      />
      {decision ? (
        <Split side={<DecisionForm decision={decision} />}>
          <RequestBody request={request} />
        </Split>
      ) : (
        <RequestBody request={request} />
      )}
    </Page>
  )
}
