import { VerdictForm } from '#app/domain/moderation/forms.ts'
import { stepIn } from '#app/domain/moderation/intervening.server.ts'
import { positionsOf } from '#app/domain/reviews/inner/positions.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { asideIn } from '#app/routes/drafts.$slug.positions.report/chosen-aside.server.ts'
import { hidingView } from '#app/routes/drafts.$slug.remarks.$number.hiding/hiding.server.ts'
import HidingPage from '#app/routes/drafts.$slug.remarks.$number.hiding/route.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { textKinds } from '#app/web/texts.server.ts'

export const loader = serve(async ({ ctx, params, t, url, locale }) => {
  acting(ctx)
  const { draft, facts } = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.moderate, ctx.actor, facts)
  const chosen = asideIn(await positionsOf(ctx, draft.id), url)
  const view = await hidingView({ ctx, t, locale }, chosen)
  return { ...view, name: chosen.name, back: `/drafts/${draft.slug}/positions` }
})

export const action = serveForm(VerdictForm, async ({ ctx, params, value, request }) => {
  const mine = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { kind, id } = asideIn(await positionsOf(ctx, draft.id), new URL(request.url))
  await stepIn(mine, textKinds, { kind, id }, value)
  return done(`/drafts/${encodeURIComponent(draft.slug)}/positions`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default HidingPage
