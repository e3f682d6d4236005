import { Form, redirect, useLoaderData } from '@remix-run/react'
import { demoAccounts } from '#app/domain/accounts/demo.server.ts'
import { SignIn } from '#app/domain/accounts/forms.ts'
import { signIn } from '#app/domain/accounts/signing-in.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Split, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { enter } from '#app/web/entering.server.ts'
import { nextPath, serve, serveForm } from '#app/web/serve.server.ts'
import { ssoSentence } from '#app/web/sso-fault.server.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { OtherService } from './other-service.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, url, services, t, locale }) => {
  const next = nextPath(url.searchParams.get('next'), '/cabinet')
  if (ctx.actor) throw redirect(next)
  const demo = services.config.demo ? await demoAccounts(ctx, locale) : []
  const chosen = demo.find(({ email }) => email === url.searchParams.get('as')) ?? null
  const sso = services.sso && { title: services.sso.title, problem: ssoSentence(url, t) }
  return { title: t.accounts.signIn.title, next, demo, chosen, sso }
})

export const action = serveForm(
  SignIn,
  async (args) => {
    const userId = await signIn(args.ctx, args.value, args.visit.address)
    return enter(args, userId, { next: nextPath(args.value.next, '/cabinet') })
  },
  { guests: true },
)

export default function SignInPage() {
  const { next, demo, chosen, sso } = useLoaderData<typeof loader>()
  const { accounts } = useMessages()
  const words = accounts.signIn
  return (
    <Page width={demo.length > 0 ? 'wide' : 'form'}>
      <PageHead title={words.title} lead={words.lead} />
      {sso && <OtherService sso={sso} next={next} />}
      {demo.length > 0 ? (
        <Split side={<DemoAccounts accounts={demo} chosen={chosen?.email} next={next} />}>
          <SignInForm key={chosen?.email} next={next} chosen={chosen} />
        </Split>
      ) : (
        <SignInForm next={next} chosen={null} />
      )}
    </Page>
  )
}

function SignInForm({ next, chosen }: { next: string; chosen: { email: string; password: string } | null }) {
  const { accounts } = useMessages()
  const { fields, signIn: words } = accounts
  const { form, errors, input, busy } = useServerForm<{ login: string; password: string }>()
  const login = input('login')
  return (
    <Form method="post" {...form}>
      <Stack gap={3}>
        <FormErrors errors={errors} />
        <input type="hidden" name="next" value={next} />
        <Field
          label={fields.login}
          hint={fields.loginHint}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          {...login}
          defaultValue={login.defaultValue ?? chosen?.email}
        />
        <Field
          label={fields.password}
          type="password"
          autoComplete="current-password"
          required
          {...input('password')}
          defaultValue={chosen?.password}
        />
        <Row>
          <Button look="main" aria-busy={busy}>
            {words.submit}
          </Button>
          <Anchor href="/forgot">{words.forgot}</Anchor>
        </Row>
        <p>
          {words.noAccount} <Anchor href="/signup">{words.signUp}</Anchor>
          {' · '}
          <Anchor href="/activation">{words.bySlip}</Anchor>
        </p>
      </Stack>
    </Form>
  )
}
