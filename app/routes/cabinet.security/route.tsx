import { useLoaderData } from '@remix-run/react'
import { markOf } from '#app/domain/accounts/ending.server.ts'
import { ChangePassword } from '#app/domain/accounts/forms.ts'
import { linkedAt } from '#app/domain/accounts/identities.server.ts'
import { changePassword } from '#app/domain/accounts/passwords.server.ts'
import { ownSessions, ownUser } from '#app/domain/accounts/queries.server.ts'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Split } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { hashOf } from '#app/web/session.server.ts'
import { ssoSentence } from '#app/web/sso-fault.server.ts'
import { programOf } from './agents.ts'
import { FactorState } from './factor-state.tsx'
import { IdentityState } from './identity-state.tsx'
import { SessionList } from './session-list.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, visit, url, services: { sso } }) => {
  const mine = acting(ctx)
  const here = visit.sessionId ? hashOf(visit.sessionId) : ''
  const [sessions, user] = [await ownSessions(mine), await ownUser(mine)]
  return {
    title: t.accounts.security.title,
    ...{ email: user.byEmail ? user.email : null, number: mine.actor.number },
    sessions: sessions.map(({ id, agent, createdAt, expiresAt, seenAt }) => ({
      ...{ here: id === here, mark: markOf(id), program: programOf(agent) },
      ...{ createdAt, expiresAt, seenAt: seenAt ?? createdAt },
    })),
    factor: mine.actor.secondFactor?.enrolled === true,
    sso: sso && {
      ...{ title: sso.title, problem: ssoSentence(url, t) },
      linkedAt: await linkedAt(mine, sso.issuer),
    },
  }
})

export const action = serveForm(ChangePassword, async ({ ctx, value, visit }) => {
  const here = visit.sessionId ? hashOf(visit.sessionId) : null
  await changePassword(acting(ctx), value.currentPassword, value.newPassword, here)
  return done('/cabinet/security', 'password')
})

export default function Security() {
  const { email, number, sessions, factor, sso } = useLoaderData<typeof loader>()
  const { fields, security: words } = useMessages().accounts
  const { input, ...of } = useServerForm<{ currentPassword: string; newPassword: string }>()
  return (
    <Split side={<SessionList sessions={sessions} />}>
      <FactorState enrolled={factor} />
      {sso && <IdentityState sso={sso} />}
      <section aria-labelledby="password">
        <SectionHead title={words.change} id="password" />
        <FieldForm
          of={of}
          submit={words.save}
          lead={
            <p>
              {email === null ? words.byNumber(number) : `${words.email(email)}.`} {words.changeLead}
            </p>
          }
        >
          <input type="hidden" autoComplete="username" name="username" value={email ?? number} />
          <Field
            label={fields.currentPassword}
            type="password"
            autoComplete="current-password"
            required
            {...input('currentPassword')}
          />
          <Field
            label={fields.newPassword}
            hint={fields.passwordHint}
            type="password"
            autoComplete="new-password"
            required
            {...input('newPassword')}
          />
        </FieldForm>
      </section>
    </Split>
  )
}
