import { useLoaderData } from '@remix-run/react'
import { changeContest } from '#app/domain/panels/contests/contesting.server.ts'
import { contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { ContestChange } from '#app/domain/panels/contests/forms.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestChoices } from '#app/routes/contests.new/choices.server.ts'
import { ContestFields, type ContestValues } from '#app/routes/contests.new/contest-fields.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { typedContest } from './typed.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const mine = acting(args.ctx)
  const { contest, facts } = await contestByNumber(mine, numberOf(args.params.number))
  authorize(contestRules.change, mine.actor, facts)
  return {
    title: args.t.contests.form.editTitle,
    ...{ number: contest.number, name: contest.title, announced: contest.announcedAt !== null },
    ...contestChoices(args),
    defaults: await typedContest(mine, contest),
    writer: mine.actor.number,
  }
})

export const action = serveForm(ContestChange, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await changeContest(acting(ctx), number, value)
  return done(`/contests/${number}`, 'decided')
})

export default function EditContestPage() {
  const { number, name, announced, tiers, forms, defaults, writer } = useLoaderData<typeof loader>()
  const words = useMessages().contests.form
  const { input, ...of } = useServerForm<ContestValues>(defaults)
  return (
    <Page width="form">
      <PageHead
        title={words.editTitle}
        lead={announced ? words.editLead : words.newLead}
        crumbs={[{ href: `/contests/${number}`, label: name }]}
      />
      <FieldForm of={of} submit={words.save} gap={4} writer={writer}>
        <input type="hidden" name="edition" value={defaults.edition} />
        <ContestFields {...{ input, tiers, forms }} />
        {announced && (
          <TextArea
            label={words.reason}
            hint={words.reasonHint}
            rows={3}
            maxLength={1000}
            required
            {...input('reason')}
          />
        )}
      </FieldForm>
    </Page>
  )
}
