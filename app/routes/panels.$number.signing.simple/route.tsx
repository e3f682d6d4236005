import { useLoaderData } from '@remix-run/react'
import { demoSigningCode, signingMeans } from '#app/domain/accounts/signing/codes.server.ts'
import { SimpleForm } from '#app/domain/panels/conclusions/forms.ts'
import { signSimply, simplySignable } from '#app/domain/panels/conclusions/signing.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const loader = serve(async ({ ctx, params, t, services }) => {
  const mine = acting(ctx)
  const number = numberOf(params.number)
  const { objectId, sha256 } = await simplySignable(mine, await panelIdOf(ctx, number))
  const means = await signingMeans(mine, objectId)
  const demo = services.config.demo ? await demoSigningCode(mine, services.vault, means.asked?.id) : null
  return { title: t.conclusions.signing.simple, number, sha256, means, demo }
})

export const action = serveForm(SimpleForm, async ({ ctx, params, value, services }) => {
  const number = numberOf(params.number)
  const { hash, currentPassword: password, oneTimeCode: code } = value
  await signSimply(acting(ctx), services.vault, await panelIdOf(ctx, number), { hash, password, code })
  return done(`/panels/${number}/conclusion`, 'saved')
})

/** Password, code and the hash of the document: a simple electronic signature. */
export default function SimplePage() {
  const { title, number, sha256, means, demo } = useLoaderData<typeof loader>()
  const { signing: words } = useMessages().conclusions
  const { input, ...of } = useServerForm<Record<'hash' | 'currentPassword' | 'oneTimeCode', string>>()
  const format = useFormat()
  const path = `/panels/${number}/signing`
  return (
    <StepPage
      back={{ href: path, label: words.title }}
      title={title}
      lead={words.simpleLead}
      of={of}
      submit={words.sign}
    >
      <p style={{ overflowWrap: 'anywhere' }}>
        {words.hash}: <code>{sha256}</code>
      </p>
      <p>
        <Anchor href={`${path}/document.pdf`} download>
          {words.download}
        </Anchor>
      </p>
      {means.asked && <p>{words.codeSent(format.time(means.asked.expiresAt))}</p>}
      <input type="hidden" name="hash" value={sha256} />
      <Field
        label={words.password}
        type="password"
        autoComplete="current-password"
        required
        {...input('currentPassword')}
      />
      <Field
        label={words.code}
        hint={[means.app ? words.codeApp : words.codeMail, demo && words.demo(demo)]
          .filter(Boolean)
          .join('. ')}
        autoComplete="one-time-code"
        inputMode="numeric"
        width="short"
        required
        {...input('oneTimeCode')}
      />
    </StepPage>
  )
}
