import { useLoaderData } from '@remix-run/react'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { courseOf } from '#app/domain/panels/contests/running/course.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { NextSteps } from './next-steps.tsx'
import { Works } from './works.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { contest, facts, works } = await courseOf(acting(ctx), numberOf(params.number))
  return {
    title: t.contests.course.title,
    ...{ number: contest.number, name: contest.title, judgedUntil: contest.judgedUntil },
    works: works.map(({ panelId: _, ...work }) => work),
    mayOpen: contestRules.invite(ctx.actor, facts) === null,
    mayCall: contestRules.third(ctx.actor, facts) === null,
    mayRank: contestRules.rank(ctx.actor, facts) === null,
  }
})

export default function ProgressPage() {
  const { number, name, works } = useLoaderData<typeof loader>()
  const words = useMessages().contests.course
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/contests/${number}`, label: name }]}
        title={words.title}
        lead={words.lead}
      />
      {works.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      ) : (
        <Stack gap={6}>
          <NextSteps />
          <Works />
        </Stack>
      )}
    </Page>
  )
}
