import { useLoaderData } from '@remix-run/react'
import { ObjectionForm } from '#app/domain/panels/forms.ts'
import { objectToAnswer, recordedOf } from '#app/domain/panels/invitations/recording.server.ts'
import { found, idOf } from '#app/domain/problem.ts'
import { useWriter } from '#app/routes/cabinet/writer.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const id = idOf(params.id)
  found(await recordedOf(acting(ctx), id))
  return { title: t.ownData.recording.object, id }
})

export const action = serveForm(ObjectionForm, async ({ ctx, params, value }) => {
  const id = idOf(params.id)
  await objectToAnswer(acting(ctx), id, value)
  return done(`/cabinet/invitations/${id}`, 'sent')
})

export default function ObjectionPage() {
  const { id, title } = useLoaderData<typeof loader>()
  const { ui, ownData } = useMessages()
  const words = ownData.recording
  const { input, ...of } = useServerForm<{ objection: string }>()
  return (
    <section>
      <SectionHead title={title} />
      <FieldForm
        of={of}
        {...useWriter()}
        submit={words.objectSubmit}
        lead={<p>{words.objectLead}</p>}
        beside={<Anchor href={`/cabinet/invitations/${id}`}>{ui.cancel}</Anchor>}
      >
        <TextArea label={words.objection} required maxLength={3000} {...input('objection')} />
      </FieldForm>
    </section>
  )
}
