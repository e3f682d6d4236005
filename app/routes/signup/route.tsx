import { Form, redirect } from '@remix-run/react'
import { SignUp } from '#app/domain/accounts/forms.ts'
import { signUp } from '#app/domain/accounts/signing-up.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { serve, serveForm } from '#app/web/serve.server.ts'
import { NextSteps } from './next-steps.tsx'
import { SignUpFields, type SignUpTyped } from './sign-up-fields.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  if (ctx.actor) throw redirect('/cabinet')
  return { title: t.accounts.signUp.title }
})

export const action = serveForm(
  SignUp,
  async ({ ctx, value, visit, locale }) => {
    await signUp(ctx, value, { address: visit.address, locale })
    return redirect('/signup/sent')
  },
  { guests: true },
)

export default function SignUpPage() {
  const { signUp: words } = useMessages().accounts
  const { form, errors, input, check, busy } = useServerForm<SignUpTyped>()
  return (
    <Page>
      <PageHead title={words.title} lead={words.lead} />
      <Split side={<NextSteps />}>
        <Form method="post" {...form}>
          <Stack gap={3}>
            <FormErrors errors={errors} />
            <SignUpFields input={input} check={check} />
            <div>
              <Button look="main" aria-busy={busy}>
                {words.submit}
              </Button>
            </div>
            <p>
              {words.have} <Anchor href="/signin">{useMessages().shell.signIn}</Anchor>
            </p>
          </Stack>
        </Form>
      </Split>
    </Page>
  )
}
