import { useLoaderData } from '@remix-run/react'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { saveQuestion } from '#app/domain/questionnaires/composing.server.ts'
import { questionTypes } from '#app/domain/questionnaires/composing.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { QuestionForm as Fields } from '#app/domain/questionnaires/page-forms.ts'
import { composedPage } from '#app/routes/questionnaires.$number.edit/composed.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { conditionsIn } from './conditions-in.ts'
import { QuestionForm } from './question-form.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { page } = await composedPage(args)
  const { questions } = page.form
  const at = questions.findIndex(({ code }) => code === args.params.code)
  const asked = args.url.searchParams.get('type')
  const fresh = args.params.code === 'new' ? questionTypes.find((type) => type === asked) : undefined
  const question = questions[at] ?? (fresh ? { code: 'new', type: fresh, title: '', required: false } : null)
  if (!question) throw new Problem('not-found')
  const words = args.t.questionnaires.compose
  return {
    title: at < 0 ? words.newQuestion : words.question,
    page,
    question,
    earlier: at < 0 ? questions : questions.slice(0, at),
    types: args.services.content.settings.uploads.types,
  }
})

export const action = serveForm(Fields, async ({ ctx, params, value, form }) => {
  const mine = acting(ctx)
  const state = await questionnaireByNumber(mine, numberOf(params.number))
  const { type, seen, weight, reasoned, reasonBelow, evidence, notApplicable, ...edit } = value
  const criterion = { weight, reasoned, reasonBelow, evidence, notApplicable }
  const sheet = state.row.kind === 'sheet' ? { sheet: criterion } : {}
  const earlier = (state.composing ?? state.current)?.form.questions ?? []
  await saveQuestion(mine, state.row.id, {
    code: params.code === 'new' ? null : (params.code ?? ''),
    ...{ type, seen, edit: { ...edit, ...sheet, when: conditionsIn(earlier, form) } },
  })
  return done(`/questionnaires/${state.row.number}/edit`, 'saved')
})

export default function QuestionPage() {
  const { title, page, question } = useLoaderData<typeof loader>()
  const words = useMessages().questionnaires.compose
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: `/questionnaires/${page.number}/edit`, label: page.title }]}
        eyebrow={words.types[question.type]}
        title={title}
      />
      <QuestionForm key={question.code} />
    </Page>
  )
}
