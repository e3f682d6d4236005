import { useLoaderData } from '@remix-run/react'
import { CancelForm } from '#app/domain/panels/forms.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { cancelPanel } from '#app/domain/panels/requesting.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { panel, facts } = await panelByNumber(acting(ctx), numberOf(params.number))
  authorize(panelRules.cancel, ctx.actor, facts)
  return { title: t.panels.cancel.title, number: panel.number, name: panel.title }
})

export const action = serveForm(CancelForm, async ({ ctx, params, value }) => {
  const { panel } = await panelByNumber(acting(ctx), numberOf(params.number))
  await cancelPanel(acting(ctx), panel.id, value.reason)
  return done(`/panels/${panel.number}`, 'cancelled')
})

export default function CancellationPage() {
  const { number, name } = useLoaderData<typeof loader>()
  const { panels } = useMessages()
  const { input, ...of } = useServerForm<{ reason: string }>()
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: `/panels/${number}`, label: name }]}
        title={panels.cancel.title}
        lead={panels.cancel.lead}
      />
      <FieldForm
        of={of}
        submit={panels.cancel.submit}
        look="danger"
        beside={
          <LinkButton href={`/panels/${number}`} look="quiet">
            {panels.cancel.back}
          </LinkButton>
        }
      >
        <TextArea label={panels.cancel.reason} rows={4} maxLength={3000} required {...input('reason')} />
      </FieldForm>
    </Page>
  )
}
