import { useLoaderData } from '@remix-run/react'
import { createContest } from '#app/domain/panels/contests/contesting.server.ts'
import { ContestForm } from '#app/domain/panels/contests/forms.ts'
import { holdersFor } from '#app/domain/panels/contests/queries.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { Select } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { contestChoices, usualContest } from './choices.server.ts'
import { ContestFields, type ContestValues } from './contest-fields.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const mine = acting(args.ctx)
  const holders = await holdersFor(mine)
  if (holders.length === 0) throw new Problem('forbidden')
  return {
    title: args.t.contests.form.newTitle,
    ...contestChoices(args),
    holders: holders.map(({ id, name }) => ({ value: id, label: name })),
    defaults: usualContest(args, holders[0]?.id ?? ''),
    writer: mine.actor.number,
  }
})

export const action = serveForm(ContestForm, async ({ ctx, value }) => {
  const number = await createContest(acting(ctx), value)
  return done(`/contests/${number}`, 'prepared')
})

export default function NewContestPage() {
  const { holders, tiers, forms, defaults, writer } = useLoaderData<typeof loader>()
  const { contests } = useMessages()
  const words = contests.form
  const { input, ...of } = useServerForm<ContestValues>(defaults)
  return (
    <Page width="form">
      <PageHead
        title={words.newTitle}
        lead={words.newLead}
        crumbs={[{ href: '/contests', label: contests.title }]}
      />
      <FieldForm of={of} submit={words.submit} gap={4} writer={writer}>
        <Select label={words.organisation} options={holders} required {...input('organisationId')} />
        <ContestFields {...{ input, tiers, forms }} />
      </FieldForm>
    </Page>
  )
}
