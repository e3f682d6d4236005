import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { confirmEmail } from '#app/domain/accounts/confirming.server.ts'
import { tokenLives } from '#app/domain/accounts/tokens.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const alive = await tokenLives(ctx, params.token ?? '', 'confirm')
  return { title: alive ? t.accounts.confirm.title : t.accounts.reset.deadTitle, alive }
})

export const action = serveForm(z.object({}), async ({ ctx, params, visit, request, services }) => {
  const userId = await confirmEmail(ctx, params.token ?? '')
  if (ctx.actor?.userId === userId) return done('/cabinet', 'confirmed')
  await services.sessions.end(visit.sessionId)
  const cookie = await services.sessions.start(userId, request.headers.get('user-agent') ?? '')
  return done('/cabinet', 'confirmed', [cookie])
})

export default function ConfirmPage() {
  const { alive } = useLoaderData<typeof loader>()
  const { accounts, shell } = useMessages()
  const words = accounts.confirm
  const { form, errors, busy } = useServerForm()
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
      <PageHead title={words.title} lead={words.lead} />
      <Form method="post" {...form}>
        <Stack gap={3}>
          <FormErrors errors={errors} />
          <div>
            <Button look="main" aria-busy={busy}>
              {words.submit}
            </Button>
          </div>
        </Stack>
      </Form>
    </Page>
  )
}
