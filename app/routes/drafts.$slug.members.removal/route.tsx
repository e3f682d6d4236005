import { MemberRemoval } from '#app/domain/reviews/inner/inner-forms.ts'
import { removeMember } from '#app/domain/reviews/inner/members.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import MembersPage, { loader } from '#app/routes/drafts.$slug.members._index/route.tsx'
import { acting, done, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'
export { loader }

export const action = serveForm(MemberRemoval, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await removeMember(acting(ctx), draft.id, value.person)
  return done(`/drafts/${encodeURIComponent(draft.slug)}/members`, 'saved')
})

export default MembersPage
