import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { RemarkEdit } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { editRemark } from '#app/domain/reviews/remarks/editing.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { proposedBy } from '#app/domain/reviews/remarks/wording.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { pick } from '#app/routes/drafts.$slug/views.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { EditForm } from './edit-form.tsx'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark, facts } = await threadOf(ctx, draft.id, numberOf(params.number))
  authorize(reviewRules.editRemark, ctx.actor, facts)
  const { remarks, settings } = content()
  return {
    title: t.reviewRemark.page.editTitle,
    back: `/drafts/${draft.slug}/remarks/${remark.number}`,
    name: t.reviewRemark.page.title(t.reviews.kinds[remark.kind], remark.number),
    max: settings.text.remark,
    remark: pick(remark, ['kind', 'weight', 'body', 'replacement', 'grounds', 'sources', 'exact', 'lang']),
    kinds: remarks.kinds.map(({ code, title, hint }) => ({
      value: code,
      label: title[locale],
      hint: hint[locale],
    })),
  }
})

export const action = serveForm(RemarkEdit, async ({ ctx, params, value }) => {
  const actor = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  const { way, replacement, ...words } = value
  const proposed = value.kind === 'proposal' ? proposedBy(way, replacement) : {}
  await editRemark(actor, remark.id, { ...words, ...proposed })
  return done(`/drafts/${draft.slug}/remarks/${remark.number}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** Other words for an own remark that nobody has answered yet. */
export default function RemarkEditPage() {
  const view = useLoaderData<typeof loader>()
  const { reviewRemark } = useMessages()
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: view.back, label: view.name }]}
        title={reviewRemark.page.editTitle}
        lead={reviewRemark.page.editText}
      />
      <EditForm view={view} />
    </Page>
  )
}

export type EditView = Awaited<ReturnType<typeof loader>>
