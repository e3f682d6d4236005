import { useLoaderData } from '@remix-run/react'
import { Vouching as VouchingForm } from '#app/domain/accounts/forms.ts'
import { ownUser } from '#app/domain/accounts/queries.server.ts'
import { vouch } from '#app/domain/accounts/second-factor.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { type Vouched, Vouching } from '#app/routes/cabinet_.second-factor/vouching.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, services: { sso }, visit }) => {
  const mine = acting(ctx)
  if (!sso) throw new Problem('not-found')
  const begun = sso.begun(visit.begun, ctx.now)
  return {
    title: t.secondFactor.sso.by(sso.title),
    service: sso.title,
    href: begun?.linking === mine.actor.userId ? begun.href : null,
    email: (await ownUser(mine)).email,
    enrolled: mine.actor.secondFactor?.enrolled === true,
  }
})

export const action = serveForm(VouchingForm, async ({ ctx, value, services: { sso, vault } }) => {
  const mine = acting(ctx)
  if (!sso) throw new Problem('not-found')
  await vouch(mine, vault, value.currentPassword, value.oneTimeCode)
  const { cookie } = await sso.begin({ next: '/cabinet/security', linking: mine.actor.userId }, ctx.now)
  return done('/cabinet/security/identity', undefined, [cookie])
})

/** Tying the account: the password first, then a link to the other service, since no form may lead off the site. */
export default function Tying() {
  const { service, href, email, enrolled } = useLoaderData<typeof loader>()
  const { secondFactor, ui } = useMessages()
  const words = secondFactor.sso
  const { input, ...of } = useServerForm<Vouched>()
  return (
    <section aria-labelledby="tying">
      <SectionHead title={words.by(service)} id="tying" />
      {href ? (
        <>
          <p>{words.goOn}</p>
          <p>
            <LinkButton href={href} look="main">
              {words.toService(service)}
            </LinkButton>
          </p>
        </>
      ) : (
        <FieldForm
          of={of}
          submit={words.link}
          lead={<p>{words.lead}</p>}
          beside={<LinkButton href="/cabinet/security">{ui.cancel}</LinkButton>}
        >
          <Vouching input={input} withCode={enrolled} email={email} />
        </FieldForm>
      )}
    </section>
  )
}
