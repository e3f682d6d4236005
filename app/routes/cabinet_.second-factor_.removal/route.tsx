import { useLoaderData } from '@remix-run/react'
import { Vouching as VouchingForm } from '#app/domain/accounts/forms.ts'
import { ownUser } from '#app/domain/accounts/queries.server.ts'
import { accountRules } from '#app/domain/accounts/rules.ts'
import { ownFactor, removeFactor } from '#app/domain/accounts/second-factor.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { type Vouched, Vouching } from '#app/routes/cabinet_.second-factor/vouching.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, services }) => {
  const mine = acting(ctx)
  authorize(accountRules.removeFactor, mine.actor, { required: services.config.secondFactor })
  if ((await ownFactor(mine, services.vault)).since === null) throw new Problem('not-found')
  return { title: t.secondFactor.removal.title, email: (await ownUser(mine)).email }
})

export const action = serveForm(VouchingForm, async ({ ctx, value, services }) => {
  const { currentPassword: password, oneTimeCode: code } = value
  await removeFactor(acting(ctx), services.vault, { password, code, required: services.config.secondFactor })
  return done('/cabinet/security', 'factorRemoved')
})

export default function Removal() {
  const { email } = useLoaderData<typeof loader>()
  const { secondFactor, ui } = useMessages()
  const { input, ...of } = useServerForm<Vouched>()
  const words = secondFactor.removal
  return (
    <Page width="form">
      <PageHead title={words.title} lead={words.lead} />
      <FieldForm
        of={of}
        submit={words.submit}
        look="danger"
        beside={<LinkButton href="/cabinet/second-factor">{ui.cancel}</LinkButton>}
      >
        <Vouching input={input} withCode email={email} />
      </FieldForm>
    </Page>
  )
}
