import { useLoaderData } from '@remix-run/react'
import { resultsOf } from '#app/domain/panels/contests/ranking/results.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Agreement } from './agreement.tsx'
import { NominationResults } from './nomination-results.tsx'
import { Papers } from './papers.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { contest, facts, order, ...view } = await resultsOf(ctx, numberOf(params.number))
  const { organisation: _, ...shown } = view
  return {
    title: order ? t.contests.results.title : t.contests.results.preliminary,
    ...shown,
    ...{ number: contest.number, name: contest.title, appealUntil: contest.appealUntil },
    order: order && { number: order.number, day: order.day },
    mayRank: contestRules.rank(ctx.actor, facts) === null,
    mayCertify: contestRules.certify(ctx.actor, facts) === null,
    mayDecide: contestRules.decide(ctx.actor, facts) === null,
  }
})

export default function ResultsPage() {
  const { title, number, name, order, round, appealUntil, nominations, body, mayDecide, sha256 } =
    useLoaderData<typeof loader>()
  const words = useMessages().contests.results
  const format = useFormat()
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/contests/${number}`, label: name }]}
        title={title}
        eyebrow={words.round(round)}
        lead={
          order
            ? words.final(order.number, format.day(order.day))
            : words.preliminaryLead(format.day(appealUntil))
        }
        actions={
          mayDecide && (
            <LinkButton href={`/contests/${number}/order`} look="main">
              {words.toOrder}
            </LinkButton>
          )
        }
      />
      <Stack gap={6}>
        {body.missing.length > 0 && <Notice kind="warn">{words.missing(body.missing.join(', '))}</Notice>}
        {nominations.map((nomination) => (
          <NominationResults key={nomination.id} nomination={nomination} />
        ))}
        <p>
          {words.shared} {words.by[body.by]}{' '}
          {body.silence ? words.silence[body.silence] : body.by === 'raw' && words.beside}
        </p>
        <Agreement body={body} />
        <Papers />
        <p>
          {words.hash}: <code>{sha256}</code>
        </p>
      </Stack>
    </Page>
  )
}
