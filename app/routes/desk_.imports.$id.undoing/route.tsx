import { useLoaderData } from '@remix-run/react'
import { ListUndoing } from '#app/domain/organisations/forms.ts'
import { importById } from '#app/domain/organisations/imports.server.ts'
import { idOf, Problem } from '#app/domain/problem.ts'
import { kindsOfLists } from '#app/routes/desk_.imports.$id._index/kinds.server.ts'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { id, name, state } = await importById(acting(ctx), idOf(params.id))
  if (state !== 'done') throw new Problem('not-found')
  return { title: t.imports.undoing.title, id, name }
})

export const action = serveForm(ListUndoing, async ({ ctx, params, value }) => {
  const { id, kind } = await importById(acting(ctx), idOf(params.id))
  await kindsOfLists[kind].undo(acting(ctx), id, value.reason)
  return done(`/desk/imports/${id}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function UndoingPage() {
  const { title, id, name } = useLoaderData<typeof loader>()
  const words = useMessages().imports.undoing
  const { input, ...of } = useServerForm<Record<'reason', string>>()
  return (
    <StepPage
      back={{ href: `/desk/imports/${id}`, label: name }}
      title={title}
      lead={words.lead}
      of={of}
      submit={words.submit}
      look="danger"
    >
      <TextArea {...input('reason')} label={words.reason} rows={2} required />
    </StepPage>
  )
}
