import { useActionData, useLoaderData } from '@remix-run/react'
import { OneTimeCode } from '#app/domain/accounts/forms.ts'
import { ownUser } from '#app/domain/accounts/queries.server.ts'
import { confirmFactor, ownFactor } from '#app/domain/accounts/second-factor.server.ts'
import { base32, codeAt, otpauthUri, stepOf } from '#app/domain/accounts/totp.ts'
import { qrOf } from '#app/domain/documents/qr.server.ts'
import { RecoveryCodes } from '#app/routes/cabinet_.second-factor/recovery-codes.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { enrolling, nextPath, serve, serveForm } from '#app/web/serve.server.ts'
import { hashOf } from '#app/web/session.server.ts'
import { Offer } from './offer.tsx'

export { titled as meta } from '#app/ui/titled.ts'

/** A secret stands on this page: it is kept nowhere on the way. */
export const headers = () => ({ 'Cache-Control': 'no-store' })

export const loader = serve(
  async ({ ctx, t, url, visit, services, locale }) => {
    const mine = enrolling({ ctx, visit })
    const { offered } = await ownFactor(mine, services.vault)
    const { email } = await ownUser(mine)
    const site = services.content.instance.shortName[locale]
    const demo = offered && services.config.demo && email.endsWith('@demo.example')
    return {
      ...{ title: t.secondFactor.confirm.title, site, email, today: mine.actor.today },
      next: nextPath(url.searchParams.get('next'), '/cabinet/security'),
      offer: offered && { qr: qrOf(otpauthUri(offered, site, email)), secret: base32(offered) },
      demo: demo ? codeAt(offered, stepOf(ctx.now)) : null,
    }
  },
  { confined: true },
)

export const action = serveForm(
  OneTimeCode,
  async ({ ctx, value, visit, services }) => {
    const here = visit.sessionId ? hashOf(visit.sessionId) : null
    const codes = await confirmFactor(enrolling({ ctx, visit }), services.vault, value.oneTimeCode, here)
    return { codes }
  },
  { confined: true },
)

export default function Confirmation() {
  const { offer, next, site, email, today, demo } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { secondFactor: words } = useMessages()
  if (reply && 'codes' in reply) {
    const shown = { codes: reply.codes, site, today, next, lead: words.codes.setText }
    return <RecoveryCodes {...shown} done={words.codes.set} />
  }
  if (!offer) {
    const again = <LinkButton href="/cabinet/second-factor">{words.confirm.again}</LinkButton>
    return (
      <Page width="form">
        <PageHead title={words.confirm.deadTitle} lead={words.confirm.dead} actions={again} />
      </Page>
    )
  }
  return <Offer {...offer} email={email} demo={demo} />
}
