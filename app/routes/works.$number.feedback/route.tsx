import { useLoaderData } from '@remix-run/react'
import { feedbackOf } from '#app/domain/panels/contests/ranking/feedback.server.ts'
import { workRules } from '#app/domain/panels/contests/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { Criteria } from './criteria.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const words = t.contests.results.marks
  const view = await feedbackOf(acting(ctx), numberOf(params.number), words.instead)
  const { work, contest, facts, appeal, nomination, round: _, ...shown } = view
  return {
    title: words.title,
    ...shown,
    ...{ number: work.number, name: work.title, nomination, appealUntil: contest.appealUntil },
    mayAppeal: workRules.appealResult(ctx.actor, facts) === null && appeal === null,
  }
})

export default function FeedbackPage() {
  const view = useLoaderData<typeof loader>()
  const { number, name, place, among, score, median, mayAppeal, appealUntil, final, award } = view
  const { marks: words, diploma } = useMessages().contests.results
  const format = useFormat()
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/works/${number}`, label: name }]}
        title={words.title}
        lead={
          place === null
            ? words.none
            : words.lead(place, among, format.number(score ?? 0), format.number(median ?? 0))
        }
      />
      <Stack gap={6}>
        {mayAppeal && (
          <Notice action={<LinkButton href={`/works/${number}/appeal`}>{words.appeal}</LinkButton>}>
            {words.until(format.day(appealUntil))}
          </Notice>
        )}
        {final && award !== 'none' && (
          <div>
            <LinkButton href={`/works/${number}/diploma.pdf`} look="main">
              {diploma}
            </LinkButton>
          </div>
        )}
        <Criteria />
      </Stack>
    </Page>
  )
}
