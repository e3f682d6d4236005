import { closeAccount } from '#app/domain/accounts/consenting.server.ts'
import { CloseAccount } from '#app/domain/accounts/forms.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  acting(ctx)
  return { title: t.accounts.ownConsents.close.title }
})

export const action = serveForm(CloseAccount, async ({ ctx, value, visit, services }) => {
  await closeAccount(acting(ctx), value.currentPassword)
  visit.cookies.length = 0
  return done('/', 'closed', [await services.sessions.end(visit.sessionId)])
})

export default function Closing() {
  const { accounts, ui } = useMessages()
  const words = accounts.ownConsents.close
  const { input, ...of } = useServerForm<{ currentPassword: string }>()
  return (
    <section>
      <SectionHead title={words.title} />
      <FieldForm
        of={of}
        submit={words.submit}
        look="danger"
        lead={
          <Prose>
            <p>{words.text}</p>
          </Prose>
        }
        beside={<Anchor href="/cabinet/consents">{ui.cancel}</Anchor>}
      >
        <Field
          label={accounts.fields.currentPassword}
          type="password"
          autoComplete="current-password"
          required
          {...input('currentPassword')}
        />
      </FieldForm>
    </section>
  )
}
