import { useLoaderData } from '@remix-run/react'
import { addCandidates } from '#app/domain/assessment/choosing.server.ts'
import { CandidateRows } from '#app/domain/assessment/forms.ts'
import { openList } from '#app/domain/assessment/lists.server.ts'
import { idOf } from '#app/domain/problem.ts'
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
  const { id, number } = await openList(acting(ctx), idOf(params.id))
  return { title: t.candidates.rows.title, id, number }
})

export const action = serveForm(CandidateRows, async ({ ctx, params, value }) => {
  const id = idOf(params.id)
  await addCandidates(acting(ctx), id, value.rows)
  return done(`/desk/lists/${id}`, 'saved')
})

export default function CandidateRowsPage() {
  const { title, id, number } = useLoaderData<typeof loader>()
  const words = useMessages().candidates
  const of = useServerForm<Record<'rows', string>>()
  return (
    <Page width="text">
      <PageHead
        crumbs={[
          { href: '/desk/lists', label: words.title },
          { href: `/desk/lists/${id}`, label: words.numbered(number) },
        ]}
        title={title}
        lead={words.rows.lead}
      />
      <FieldForm
        of={of}
        submit={words.rows.submit}
        beside={<LinkButton href={`/desk/lists/${id}`}>{words.rows.back}</LinkButton>}
      >
        <TextArea label={words.rows.rows} hint={words.rows.hint} rows={12} required {...of.input('rows')} />
        <small>{words.rows.note}</small>
      </FieldForm>
    </Page>
  )
}
