import { redirect, useLoaderData } from '@remix-run/react'
import { activateByCode } from '#app/domain/accounts/activation/activating.server.ts'
import { SlipActivation } from '#app/domain/accounts/forms.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { enter } from '#app/web/entering.server.ts'
import { serve, serveForm } from '#app/web/serve.server.ts'
import { type Chosen, ChosenFields } from './activation-fields.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  if (ctx.actor) throw redirect('/cabinet')
  const number = /^\d{1,10}$/.exec(url.searchParams.get('number') ?? '')?.[0] ?? ''
  return { title: t.activation.title, number }
})

export const action = serveForm(
  SlipActivation,
  async (args) => {
    const { ctx, value, visit, locale, services } = args
    const from = { address: visit.address, locale }
    const userId = await activateByCode(ctx, services.vault, value, from)
    return enter(args, userId, { next: '/cabinet', flash: 'welcome' })
  },
  { guests: true },
)

type Typed = Chosen & Record<'number' | 'code' | 'email', string>

export default function ActivationPage() {
  const { title, number } = useLoaderData<typeof loader>()
  const { activation: words, shell } = useMessages()
  const { input, check, ...of } = useServerForm<Typed>({ number })
  return (
    <Page width="form">
      <PageHead title={title} lead={words.lead} />
      <FieldForm of={of} submit={words.submit}>
        <Field
          label={words.number}
          hint={words.numberHint}
          inputMode="numeric"
          required
          {...input('number')}
        />
        <Field label={words.code} hint={words.codeHint} autoComplete="off" required {...input('code')} />
        <Field
          label={words.email}
          hint={words.emailHint}
          type="email"
          autoComplete="email"
          required
          {...input('email')}
        />
        <ChosenFields input={input} check={check} />
        <p>{words.noCode}</p>
        <p>
          {words.have} <Anchor href="/signin">{shell.signIn}</Anchor>
        </p>
      </FieldForm>
    </Page>
  )
}
