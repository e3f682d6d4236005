import { becomeFirstAdmin, checkFirstAdmin } from '#app/domain/accounts/first-admin.server.ts'
import { SignUp } from '#app/domain/accounts/forms.ts'
import { SignUpFields, type SignUpTyped } from '#app/routes/signup/sign-up-fields.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { enter } from '#app/web/entering.server.ts'
import { serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  await checkFirstAdmin(ctx, params.secret ?? '')
  return { title: t.accounts.firstAdmin.title }
})

export const action = serveForm(
  SignUp,
  async (args) => {
    const userId = await becomeFirstAdmin(args.ctx, args.params.secret ?? '', args.value, args.locale)
    return enter(args, userId, { next: '/admin' })
  },
  { guests: true },
)

export default function FirstAdmin() {
  const { firstAdmin: words } = useMessages().accounts
  const { input, check, ...of } = useServerForm<SignUpTyped>()
  return (
    <Page width="form">
      <PageHead title={words.title} lead={words.lead} />
      <FieldForm of={of} submit={words.submit}>
        <SignUpFields input={input} check={check} />
      </FieldForm>
    </Page>
  )
}
