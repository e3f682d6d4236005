import { useLoaderData } from '@remix-run/react'
import { blockUser, unblockUser } from '#app/domain/accounts/blocking.server.ts'
import { Blocking } from '#app/domain/accounts/forms.ts'
import { personByNumber } from '#app/domain/accounts/queries.server.ts'
import { accountRules } from '#app/domain/accounts/rules.ts'
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
  authorize(accountRules.blockUser, mine.actor, { personId: person.id })
  found(person.userId)
  return {
    title: t.moderation.blocking.title,
    name: `${person.familyName} ${person.givenName} ${person.patronymic}`.trim(),
    number: person.number,
    blocked: person.disabledAt !== null,
  }
})

export const action = serveForm(Blocking, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const person = found(await personByNumber(mine, numberOf(params.number)))
  await (value.step === 'open' ? unblockUser(mine, person.id) : blockUser(mine, person.id, value.reason))
  return done(`/admin/grants/${person.number}`, 'saved')
})

export default function BlockingPage() {
  const { name, number, blocked } = useLoaderData<typeof loader>()
  const { ui, moderation } = useMessages()
  const words = moderation.blocking
  const { input, ...of } = useServerForm<{ reason: string }>()
  return (
    <section>
      <SectionHead title={`${name}, №\u00a0${number}`} />
      <p>{blocked ? words.openLead : words.lead}</p>
      <FieldForm
        of={of}
        submit={blocked ? words.open : words.close}
        look={blocked ? 'main' : 'danger'}
        beside={<LinkButton href={`/admin/grants/${number}`}>{ui.cancel}</LinkButton>}
      >
        <input type="hidden" name="step" value={blocked ? 'open' : 'close'} />
        {!blocked && (
          <TextArea
            label={words.reason}
            hint={words.reasonHint}
            required
            maxLength={400}
            {...input('reason')}
          />
        )}
      </FieldForm>
    </section>
  )
}
