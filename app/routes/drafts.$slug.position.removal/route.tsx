import { dropItem } from '#app/domain/reviews/inner/gathering.server.ts'
import { ItemRemoval } from '#app/domain/reviews/inner/inner-forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import PositionPage, { loader } from '#app/routes/drafts.$slug.position._index/route.tsx'
import { acting, done, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'
export { loader }

export const action = serveForm(ItemRemoval, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await dropItem(acting(ctx), draft.id, value.item)
  return done(`/drafts/${encodeURIComponent(draft.slug)}/position`, 'removed')
})

export default PositionPage
