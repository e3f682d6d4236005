import { useLoaderData } from '@remix-run/react'
import { ListEdit } from '#app/domain/assessment/forms.ts'
import { editList } from '#app/domain/assessment/listing.server.ts'
import { openList } from '#app/domain/assessment/lists.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { HeadFields } from '#app/routes/desk_.lists.new/head-fields.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const {
    id,
    number,
    title: name,
    effect,
    basis,
    firstDay,
    lastDay,
  } = await openList(acting(ctx), idOf(params.id))
  const values = { title: name, effect, basis, firstDay: firstDay ?? '', lastDay: lastDay ?? '' }
  return { title: t.candidates.form.editTitle, id, number, values }
})

export const action = serveForm(ListEdit, async ({ ctx, params, value }) => {
  const id = idOf(params.id)
  await editList(acting(ctx), id, value)
  return done(`/desk/lists/${id}`, 'saved')
})

export default function EditListPage() {
  const { title, id, number, values } = useLoaderData<typeof loader>()
  const words = useMessages().candidates
  const of = useServerForm<Record<string, string>>(values)
  return (
    <Page width="form">
      <PageHead
        crumbs={[
          { href: '/desk/lists', label: words.title },
          { href: `/desk/lists/${id}`, label: words.numbered(number) },
        ]}
        title={title}
        lead={words.form.editLead}
      />
      <FieldForm
        of={of}
        submit={words.form.save}
        beside={<LinkButton href={`/desk/lists/${id}`}>{words.rows.back}</LinkButton>}
      >
        <HeadFields of={of} />
      </FieldForm>
    </Page>
  )
}
