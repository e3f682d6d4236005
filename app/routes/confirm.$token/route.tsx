import { Form, useLoaderData } from '@remix-run/react'
import { confirmationOf, confirmEmail } from '#app/domain/accounts/confirming.server.ts'
import { Confirmation } from '#app/domain/accounts/forms.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { enter } from '#app/web/entering.server.ts'
import { done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { alive, asks } = await confirmationOf(ctx, params.token ?? '')
  return { title: alive ? t.accounts.confirm.title : t.accounts.reset.deadTitle, alive, asks }
})

export const action = serveForm(
  Confirmation,
  async (args) => {
    const userId = await confirmEmail(args.ctx, args.params.token ?? '', args.value.password)
    if (args.ctx.actor?.userId === userId) return done('/cabinet', 'confirmed')
    return enter(args, userId, { next: '/cabinet', flash: 'confirmed' })
  },
  { guests: true },
)

export default function ConfirmPage() {
  const { alive, asks } = useLoaderData<typeof loader>()
  const { accounts, shell } = useMessages()
  const words = accounts.confirm
  const { form, errors, input, busy } = useServerForm<{ password: string }>()
  if (!alive) {
    const signIn = <LinkButton href="/signin">{shell.signIn}</LinkButton>
    return (
      <Page width="form">
        <PageHead title={accounts.reset.deadTitle} lead={words.deadLead} actions={signIn} />
      </Page>
    )
  }
  return (
    <Page width="form">
      <PageHead title={words.title} lead={asks ? words.lead : words.signedInLead} />
      <Form method="post" {...form}>
        <Stack gap={3}>
          <FormErrors errors={errors} />
          {asks && (
            <Field
              label={accounts.fields.password}
              hint={words.passwordHint}
              type="password"
              autoComplete="current-password"
              required
              {...input('password')}
            />
          )}
          <div>
            <Button look="main" aria-busy={busy}>
              {words.submit}
            </Button>
          </div>
          {asks && (
            <p>
              {words.notYou} <Anchor href="/forgot">{words.forgot}</Anchor>
            </p>
          )}
        </Stack>
      </Form>
    </Page>
  )
}
