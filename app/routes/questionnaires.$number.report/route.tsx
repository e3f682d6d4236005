import { ReportForm } from '#app/domain/moderation/forms.ts'
import { report } from '#app/domain/moderation/reporting.server.ts'
import { found, idOf, numberOf } from '#app/domain/problem.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { responseNamed } from '#app/domain/questionnaires/naming.server.ts'
import { reportable } from '#app/domain/questionnaires/results.server.ts'
import ReportPage from '#app/routes/drafts.$slug.remarks.$number.report/route.tsx'
import { type Args, acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { content } from '#content/load.ts'

/** The words that are to be reported: shown in the results, and somebody's. */
async function reported({ ctx, params, request }: Pick<Args, 'ctx' | 'params' | 'request'>) {
  const state = await questionnaireByNumber(ctx, numberOf(params.number))
  const asked = new URL(request.url).searchParams
  const question = asked.get('question')
  const name = idOf(asked.get('response') ?? undefined)
  const id = found(await responseNamed(ctx, state, name, question ?? ''))
  const body = found(await reportable(ctx, state, id, question))
  return { id, body, number: state.row.number, name: state.current?.form.title ?? '' }
}

export const loader = serve(async (args) => {
  const { ctx, t, locale } = args
  acting(ctx)
  const { body, number, name } = await reported(args)
  return {
    ...{ title: t.moderation.report.title.response, body, named: false, name },
    back: `/questionnaires/${number}/results`,
    reasons: content().moderation.reasons.map(({ code, title }) => ({ value: code, label: title[locale] })),
  }
})

export const action = serveForm(ReportForm, async ({ value, ...args }) => {
  const mine = acting(args.ctx)
  const { id, number } = await reported(args)
  await report(mine, textKinds, { kind: 'response', id }, { reason: value.reason, words: value.words })
  return done(`/questionnaires/${number}/results`, 'reported')
})

export { titled as meta } from '#app/ui/titled.ts'

export default ReportPage
