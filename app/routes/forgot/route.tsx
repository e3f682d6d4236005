import { redirect } from '@remix-run/react'
import { Forgot } from '#app/domain/accounts/forms.ts'
import { requestReset } from '#app/domain/accounts/passwords.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ t }) => ({ title: t.accounts.forgot.title }))

export const action = serveForm(
  Forgot,
  async ({ ctx, value, visit }) => {
    await requestReset(ctx, value.login, visit.address)
    return redirect('/forgot/sent')
  },
  { guests: true },
)

export default function ForgotPage() {
  const { fields, forgot: words } = useMessages().accounts
  const { input, ...of } = useServerForm<{ login: string }>()
  return (
    <Page width="form">
      <PageHead title={words.title} lead={words.lead} />
      <FieldForm of={of} submit={words.submit} beside={<Anchor href="/signin">{words.back}</Anchor>}>
        <Field
          label={fields.login}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          {...input('login')}
        />
      </FieldForm>
    </Page>
  )
}
