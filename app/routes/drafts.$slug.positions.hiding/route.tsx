import { VerdictForm } from '#app/domain/moderation/forms.ts'
import { stepIn } from '#app/domain/moderation/intervening.server.ts'
import { positionsOf } from '#app/domain/reviews/positions.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { asideIn } from '#app/routes/drafts.$slug.positions.report/chosen-aside.server.ts'
import HidingPage from '#app/routes/drafts.$slug.remarks.$number.hiding/route.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { content } from '#content/load.ts'

export const loader = serve(async ({ ctx, params, t, url, locale }) => {
  acting(ctx)
  const { draft, facts } = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.moderate, ctx.actor, facts)
  const { kind, body, veil, name } = asideIn(await positionsOf(ctx, draft.id), url)
  const hidden = veil !== null
  return {
    title: (hidden ? t.moderation.showTitle : t.moderation.hideTitle)[kind],
    ...{ hidden, lead: hidden ? t.moderation.showLead : t.moderation.hideLead, name, words: body },
    back: `/drafts/${draft.slug}/positions`,
    reasons: content().moderation.reasons.map(({ code, title }) => ({ value: code, label: title[locale] })),
  }
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
