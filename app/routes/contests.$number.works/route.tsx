import { Form, useLoaderData } from '@remix-run/react'
import { worksOf } from '#app/domain/panels/contests/queries.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { Coded, Named } from './tables.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { contest, facts, coded, named } = await worksOf(acting(ctx), numberOf(params.number))
  return {
    title: t.contests.list.title,
    ...{ number: contest.number, name: contest.title, stage: facts.stage, coded, named },
    closed: contest.codedAt !== null,
    mayCode: contestRules.code(ctx.actor, facts) === null,
    mayOpenKey: contestRules.openKey(ctx.actor, facts) === null,
  }
})

export default function WorksPage() {
  const { number, name, stage, coded, named, closed, mayCode, mayOpenKey } = useLoaderData<typeof loader>()
  const words = useMessages().contests.list
  const at = `/contests/${number}`
  return (
    <Page>
      <PageHead
        crumbs={[{ href: at, label: name }]}
        title={words.title}
        lead={closed ? words.coded : words.lead}
        actions={mayOpenKey && <LinkButton href={`${at}/key`}>{words.key}</LinkButton>}
      />
      <Stack gap={4}>
        {stage === 'checking' && (
          <Notice
            action={
              mayCode && (
                <Form method="post" action={`${at}/coding`}>
                  <Button look="main">{words.code}</Button>
                </Form>
              )
            }
          >
            {mayCode ? words.codeLead : words.codeWait}
          </Notice>
        )}
        {coded.length + named.length === 0 && <EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
        {coded.length > 0 && <Coded rows={coded} />}
        {named.length > 0 && <Named rows={named} />}
      </Stack>
    </Page>
  )
}
