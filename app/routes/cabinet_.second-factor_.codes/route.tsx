import { useActionData, useLoaderData } from '@remix-run/react'
import { Vouching as VouchingForm } from '#app/domain/accounts/forms.ts'
import { ownUser } from '#app/domain/accounts/queries.server.ts'
import { ownFactor, renewCodes } from '#app/domain/accounts/second-factor.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { RecoveryCodes } from '#app/routes/cabinet_.second-factor/recovery-codes.tsx'
import { type Vouched, Vouching } from '#app/routes/cabinet_.second-factor/vouching.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

/** Codes are shown once: the answer is kept nowhere on the way. */
export const headers = () => ({ 'Cache-Control': 'no-store' })

export const loader = serve(async ({ ctx, t, services, locale }) => {
  const mine = acting(ctx)
  if ((await ownFactor(mine, services.vault)).since === null) throw new Problem('not-found')
  return {
    title: t.secondFactor.renewCodes.title,
    email: (await ownUser(mine)).email,
    site: services.content.instance.shortName[locale],
    today: mine.actor.today,
  }
})

export const action = serveForm(VouchingForm, async ({ ctx, value, services }) => {
  return { codes: await renewCodes(acting(ctx), services.vault, value.currentPassword, value.oneTimeCode) }
})

export default function Codes() {
  const { email, site, today } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { secondFactor, ui } = useMessages()
  const { input, ...of } = useServerForm<Vouched>()
  const words = secondFactor.renewCodes
  if (reply && 'codes' in reply) {
    const shown = { codes: reply.codes, site, today, next: '/cabinet/second-factor' }
    return <RecoveryCodes {...shown} done={secondFactor.codes.renewed} />
  }
  return (
    <Page width="form">
      <PageHead title={words.title} lead={words.lead} />
      <FieldForm
        of={of}
        submit={words.submit}
        beside={<LinkButton href="/cabinet/second-factor">{ui.cancel}</LinkButton>}
      >
        <Vouching input={input} withCode email={email} />
      </FieldForm>
    </Page>
  )
}
