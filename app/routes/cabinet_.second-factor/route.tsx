import { useLoaderData } from '@remix-run/react'
import { Vouching as VouchingForm } from '#app/domain/accounts/forms.ts'
import { ownUser } from '#app/domain/accounts/queries.server.ts'
import { accountRules } from '#app/domain/accounts/rules.ts'
import { offerFactor, ownFactor } from '#app/domain/accounts/second-factor.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { done, enrolling, nextPath, serve, serveForm } from '#app/web/serve.server.ts'
import { Begin } from './begin.tsx'
import { Standing } from './standing.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(
  async ({ ctx, t, visit, services }) => {
    const mine = enrolling({ ctx, visit })
    const { since, codesLeft } = await ownFactor(mine, services.vault)
    const required = services.config.secondFactor
    return {
      ...{ title: t.secondFactor.title, since, codesLeft, email: (await ownUser(mine)).email },
      owes: visit.confined !== null,
      demo: services.config.demo && !required,
      removable: accountRules.removeFactor(mine.actor, { required }) === null,
    }
  },
  { confined: true },
)

export const action = serveForm(
  VouchingForm,
  async ({ ctx, value, visit, url, services }) => {
    const mine = enrolling({ ctx, visit })
    await offerFactor(mine, services.vault, value.currentPassword, value.oneTimeCode)
    const next = nextPath(url.searchParams.get('next'), '/cabinet/security')
    return done(`/cabinet/second-factor/confirmation?next=${encodeURIComponent(next)}`)
  },
  { confined: true },
)

export default function SecondFactor() {
  const { since, codesLeft, owes, demo, removable, email } = useLoaderData<typeof loader>()
  const words = useMessages().secondFactor
  return (
    <Page width="form">
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={4}>
        {owes && (
          <Notice kind="warn" title={words.owed.title}>
            {words.owed.text}
          </Notice>
        )}
        {demo && <Notice>{words.demoNote}</Notice>}
        {since === null ? <Begin email={email} /> : <Standing {...{ since, codesLeft, removable, email }} />}
        {!owes && (
          <p>
            <Anchor href="/cabinet/security">{words.back}</Anchor>
          </p>
        )}
      </Stack>
    </Page>
  )
}
