import { useLoaderData } from '@remix-run/react'
import { ResetPassword } from '#app/domain/accounts/forms.ts'
import { resetPassword } from '#app/domain/accounts/passwords.server.ts'
import { tokenLives } from '#app/domain/accounts/tokens.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { enter } from '#app/web/entering.server.ts'
import { serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const alive = await tokenLives(ctx, params.token ?? '', 'reset')
  return { title: alive ? t.accounts.reset.title : t.accounts.reset.deadTitle, alive }
})

export const action = serveForm(
  ResetPassword,
  async (args) => {
    const userId = await resetPassword(args.ctx, args.params.token ?? '', args.value.newPassword)
    return enter(args, userId, { next: '/cabinet', flash: 'password' })
  },
  { guests: true },
)

export default function ResetPage() {
  const { alive } = useLoaderData<typeof loader>()
  const { fields, reset: words } = useMessages().accounts
  const { input, ...of } = useServerForm<{ newPassword: string }>()
  if (!alive) {
    const again = <LinkButton href="/forgot">{words.again}</LinkButton>
    return (
      <Page width="form">
        <PageHead title={words.deadTitle} lead={words.deadLead} actions={again} />
      </Page>
    )
  }
  return (
    <Page width="form">
      <PageHead title={words.title} lead={words.lead} />
      <FieldForm of={of} submit={words.submit}>
        <Field
          label={fields.newPassword}
          hint={fields.passwordHint}
          type="password"
          autoComplete="new-password"
          required
          {...input('newPassword')}
        />
      </FieldForm>
    </Page>
  )
}
