import { Form, redirect } from '@remix-run/react'
import { SignUp } from '#app/domain/accounts/forms.ts'
import { signUp } from '#app/domain/accounts/signing-up.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { serve, serveForm } from '#app/web/serve.server.ts'
import { NextSteps } from './next-steps.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  if (ctx.actor) throw redirect('/cabinet')
  return { title: t.accounts.signUp.title }
})

export const action = serveForm(SignUp, async ({ ctx, value, visit, locale }) => {
  await signUp(ctx, value, { address: visit.address, locale })
  return redirect('/signup/sent')
})

type Typed = Record<
  'familyName' | 'givenName' | 'patronymic' | 'email' | 'password' | 'processing' | 'distribution',
  string
>

export default function SignUpPage() {
  const { fields, signUp: words } = useMessages().accounts
  const { form, errors, input, check, busy } = useServerForm<Typed>()
  return (
    <Page>
      <PageHead title={words.title} lead={words.lead} />
      <Split side={<NextSteps />}>
        <Form method="post" {...form}>
          <Stack gap={3}>
            <FormErrors errors={errors} />
            <Field label={fields.familyName} autoComplete="family-name" required {...input('familyName')} />
            <Field label={fields.givenName} autoComplete="given-name" required {...input('givenName')} />
            <Field
              label={fields.patronymic}
              hint={fields.patronymicHint}
              autoComplete="additional-name"
              {...input('patronymic')}
            />
            <Field label={fields.email} type="email" autoComplete="email" required {...input('email')} />
            <Field
              label={fields.password}
              hint={fields.passwordHint}
              type="password"
              autoComplete="new-password"
              required
              {...input('password')}
            />
            <Stack gap={2}>
              <Checkbox
                label={words.processing}
                hint={words.processingHint}
                required
                {...check('processing')}
              />
              <Checkbox label={words.distribution} hint={words.distributionHint} {...check('distribution')} />
              <p>
                <Anchor href="/consents" target="_blank">
                  {words.texts}
                </Anchor>
              </p>
            </Stack>
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
