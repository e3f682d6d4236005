import { useLoaderData } from '@remix-run/react'
import { saveDirection } from '#app/domain/experts/direction-drafting.server.ts'
import { organisationNames } from '#app/domain/experts/direction-drafts.server.ts'
import { DirectionWords } from '#app/domain/experts/direction-forms.ts'
import { idOf, Problem } from '#app/domain/problem.ts'
import { livingDraft } from '#app/routes/desk_.directions.$id._index/draft-view.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { DirectionForm } from './direction-form.tsx'
import { fieldsOf } from './fields.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const mine = acting(ctx)
  const draft = await livingDraft(mine, params.id)
  const at = draft.rows.findIndex(({ code }) => code === params.code)
  const row = draft.rows[at]
  const fresh = params.code === 'new'
  if (!row && !fresh) throw new Problem('not-found')
  const words = t.directionLists.row
  return {
    title: fresh ? words.add : words.edit,
    fresh,
    draft: { id: draft.id, title: draft.title, revision: draft.revision },
    name: row?.shortTitle ?? null,
    values: fieldsOf(row, at < 0 ? draft.rows.length : at, await organisationNames(mine, row ? [row] : [])),
    successors: row?.replacedBy ?? [],
    others: draft.rows
      .filter(({ code, fate }) => code !== params.code && fate !== 'leaves')
      .map(({ code, shortTitle }) => ({ code, shortTitle })),
    groups: [...new Set(draft.rows.flatMap(({ group }) => group || []))],
    tiers: content().tiers.map(({ code, title }) => ({ value: code, label: title[locale] })),
  }
})

export const action = serveForm(DirectionWords, async ({ ctx, params, value }) => {
  const id = idOf(params.id)
  await saveDirection(acting(ctx), id, params.code === 'new' ? null : (params.code ?? ''), value)
  return done(`/desk/directions/${id}`, 'saved')
})

export default function DirectionRowPage() {
  const { title, name, fresh, draft } = useLoaderData<typeof loader>()
  const words = useMessages().directionLists.row
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: `/desk/directions/${draft.id}`, label: draft.title }]}
        eyebrow={name && title}
        title={name ?? title}
        lang={name ? 'ru' : undefined}
        lead={fresh ? words.addLead : words.editLead}
      />
      <DirectionForm />
    </Page>
  )
}
