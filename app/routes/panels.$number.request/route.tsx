import { useLoaderData } from '@remix-run/react'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { editRequest, refuseShortEdit } from '#app/domain/panels/requests/editing.server.ts'
import { RequestEditForm } from '#app/domain/panels/requests/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { EditFields } from './edit-fields.tsx'
import { editPage } from './load.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(editPage)

export const action = serveForm(RequestEditForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await refuseShortEdit(acting(ctx), number, value)
  await editRequest(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}`, 'saved')
})

export default function EditPage() {
  const { number, name } = useLoaderData<typeof loader>()
  const { asking } = useMessages().panels
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: `/panels/${number}`, label: name }]}
        title={asking.editTitle}
        lead={asking.editLead}
      />
      <EditFields />
    </Page>
  )
}
