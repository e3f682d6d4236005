import { useLoaderData } from '@remix-run/react'
import { DeclineForm } from '#app/domain/panels/forms.ts'
import { declineInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { ownInvitations } from '#app/domain/panels/queries.server.ts'
import { found, idOf } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const id = idOf(params.id)
  const { panel } = found((await ownInvitations(acting(ctx))).find(({ invitation }) => invitation.id === id))
  return { title: t.panels.invitations.declineTitle, id, panel: panel.title }
})

export const action = serveForm(DeclineForm, async ({ ctx, params, value }) => {
  await declineInvitation(acting(ctx), idOf(params.id), {
    reason: value.reason,
    conflict: value.conflict === 'on',
  })
  return done('/cabinet/invitations', 'declined')
})

export default function RefusalPage() {
  const { id, panel } = useLoaderData<typeof loader>()
  const { invitations: words } = useMessages().panels
  const { input, check, ...of } = useServerForm<{ reason: string; conflict: string }>()
  return (
    <section aria-labelledby="refusal">
      <SectionHead title={words.declineTitle} id="refusal">
        {panel}
      </SectionHead>
      <FieldForm
        of={of}
        submit={words.declineSubmit}
        lead={
          <Prose>
            <p>{words.declineLead}</p>
          </Prose>
        }
        beside={
          <LinkButton href={`/cabinet/invitations/${id}`} look="quiet">
            {words.back}
          </LinkButton>
        }
      >
        <TextArea label={words.reason} rows={4} maxLength={3000} required {...input('reason')} />
        <Checkbox label={words.conflict} {...check('conflict')} />
      </FieldForm>
    </section>
  )
}
