import { useActionData, useLoaderData } from '@remix-run/react'
import { type KeyRow, openKey } from '#app/domain/panels/contests/coding.server.ts'
import { contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { ReasonForm } from '#app/domain/panels/contests/forms.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { Table } from '#app/ui/table.tsx'
import { acting, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { contest, facts } = await contestByNumber(acting(ctx), numberOf(params.number))
  authorize(contestRules.openKey, ctx.actor, facts)
  return { title: t.contests.key.title, number: contest.number, name: contest.title }
})

/** Answers with the key itself: it stands at no address, so that reading it again is recorded again. */
export const action = serveForm(ReasonForm, async ({ ctx, params, value }) => ({
  key: await openKey(acting(ctx), numberOf(params.number), value.reason),
}))

export default function KeyPage() {
  const { number, name } = useLoaderData<typeof loader>()
  const words = useMessages().contests.key
  const reply = useActionData<{ key?: KeyRow[] }>()
  const { input, ...of } = useServerForm<{ reason: string }>()
  const back = { href: `/contests/${number}/works`, label: name }
  if (!reply?.key)
    return (
      <StepPage back={back} title={words.title} lead={words.lead} of={of} submit={words.submit}>
        <TextArea label={words.reason} rows={2} maxLength={3000} required {...input('reason')} />
      </StepPage>
    )
  return (
    <Page>
      <PageHead crumbs={[back]} title={words.title} lead={words.lead} />
      <Table
        caption={words.title}
        hideCaption
        rows={reply.key}
        rowKey={({ code }) => code}
        columns={[
          { label: words.columns.code, cell: ({ code }) => code, head: true },
          { label: words.columns.number, cell: (row) => row.number, number: true },
          { label: words.columns.work, cell: ({ title }) => <span lang="ru">{title}</span> },
          {
            label: words.columns.organisation,
            cell: ({ organisation }) => <span lang="ru">{organisation}</span>,
          },
        ]}
      />
    </Page>
  )
}
