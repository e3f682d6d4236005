import { useLoaderData } from '@remix-run/react'
import { Reason } from '#app/domain/accounts/forms.ts'
import { personByNumber } from '#app/domain/accounts/queries.server.ts'
import { accountRules } from '#app/domain/accounts/rules.ts'
import { resetFactor } from '#app/domain/accounts/second-factor.server.ts'
import { found, numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, params }) => {
  const mine = acting(ctx)
  const person = found(await personByNumber(mine, numberOf(params.number)))
  authorize(accountRules.resetFactor, mine.actor, { personId: person.id })
  found(person.userId)
  return {
    title: t.secondFactor.reset.title,
    name: `${person.familyName} ${person.givenName} ${person.patronymic}`.trim(),
    number: person.number,
  }
})

export const action = serveForm(Reason, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const person = found(await personByNumber(mine, numberOf(params.number)))
  await resetFactor(mine, person.id, value.reason)
  return done(`/admin/grants/${person.number}`, 'factorReset')
})

export default function ResetPage() {
  const { name, number } = useLoaderData<typeof loader>()
  const { ui, secondFactor } = useMessages()
  const words = secondFactor.reset
  const { input, ...of } = useServerForm<{ reason: string }>()
  return (
    <section>
      <SectionHead title={`${name}, №\u00a0${number}`} />
      <FieldForm
        of={of}
        submit={words.submit}
        look="danger"
        lead={<p>{words.lead}</p>}
        beside={<LinkButton href={`/admin/grants/${number}`}>{ui.cancel}</LinkButton>}
      >
        <TextArea
          label={words.reason}
          hint={words.reasonHint}
          required
          maxLength={400}
          {...input('reason')}
        />
      </FieldForm>
    </section>
  )
}
