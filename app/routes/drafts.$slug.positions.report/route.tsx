import { ReportForm } from '#app/domain/moderation/forms.ts'
import { report } from '#app/domain/moderation/reporting.server.ts'
import { found } from '#app/domain/problem.ts'
import { positionsOf } from '#app/domain/reviews/inner/positions.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import ReportPage from '#app/routes/drafts.$slug.remarks.$number.report/route.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { content } from '#content/load.ts'
import { asideIn } from './chosen-aside.server.ts'

export const loader = serve(async ({ ctx, params, t, url, locale }) => {
  acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { kind, body, veil, name } = asideIn(await positionsOf(ctx, draft.id), url)
  found(veil === null ? kind : null)
  return {
    ...{ title: t.moderation.report.title[kind], body, name, named: false },
    back: `/drafts/${draft.slug}/positions`,
    reasons: content().moderation.reasons.map(({ code, title }) => ({ value: code, label: title[locale] })),
  }
})

export const action = serveForm(ReportForm, async ({ ctx, params, value, request }) => {
  const mine = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { kind, id } = asideIn(await positionsOf(ctx, draft.id), new URL(request.url))
  await report(mine, textKinds, { kind, id }, { reason: value.reason, words: value.words })
  return done(`/drafts/${encodeURIComponent(draft.slug)}/positions`, 'reported')
})

export { titled as meta } from '#app/ui/titled.ts'

export default ReportPage
