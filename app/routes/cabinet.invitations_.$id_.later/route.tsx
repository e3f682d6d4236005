import { useLoaderData } from '@remix-run/react'
import { LaterForm } from '#app/domain/panels/forms.ts'
import { offerOf } from '#app/domain/panels/invitations/offer.server.ts'
import { postponeInvitation } from '#app/domain/panels/invitations/postponing.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const id = idOf(params.id)
  const { panel } = await offerOf(acting(ctx), id)
  return { title: t.panels.invites.later.title, id, panel: panel.title }
})

export const action = serveForm(LaterForm, async ({ ctx, params, value }) => {
  const id = idOf(params.id)
  await postponeInvitation(acting(ctx), id, value.askAfter)
  return done(`/cabinet/invitations/${id}`, 'saved')
})

export default function LaterPage() {
  const { id, panel } = useLoaderData<typeof loader>()
  const { invitations, invites } = useMessages().panels
  const { input, ...of } = useServerForm<{ askAfter: string }>()
  return (
    <section aria-labelledby="later">
      <SectionHead title={invites.later.title} id="later">
        {panel}
      </SectionHead>
      <FieldForm
        of={of}
        submit={invites.later.submit}
        lead={<p>{invites.later.lead}</p>}
        beside={
          <LinkButton href={`/cabinet/invitations/${id}`} look="quiet">
            {invitations.back}
          </LinkButton>
        }
      >
        <Field
          label={invites.later.askAfter}
          hint={invites.later.askAfterHint}
          type="date"
          required
          {...input('askAfter')}
        />
      </FieldForm>
    </section>
  )
}
