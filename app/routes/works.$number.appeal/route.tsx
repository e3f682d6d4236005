import { useLoaderData } from '@remix-run/react'
import { appealWork } from '#app/domain/panels/contests/appealing.server.ts'
import { workByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { AppealForm } from '#app/domain/panels/contests/forms.ts'
import { workRules } from '#app/domain/panels/contests/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { anyOf, authorize } from '#app/domain/rules.ts'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { work, facts } = await workByNumber(acting(ctx), numberOf(params.number))
  authorize(anyOf(workRules.appealCheck, workRules.appealResult), ctx.actor, facts)
  const words = t.contests.work.appeal
  return {
    title: facts.stage === 'appeal' ? words.resultTitle : words.checkTitle,
    ...{ number: work.number, name: work.title, writer: ctx.actor?.number ?? 0 },
  }
})

export const action = serveForm(AppealForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await appealWork(acting(ctx), number, value.words)
  return done(`/works/${number}`, 'answered')
})

export default function AppealPage() {
  const { title, number, name, writer } = useLoaderData<typeof loader>()
  const words = useMessages().contests.work.appeal
  const { input, ...of } = useServerForm<{ words: string }>()
  return (
    <StepPage
      back={{ href: `/works/${number}`, label: name }}
      title={title}
      lead={words.lead}
      {...{ of, writer }}
      submit={words.submit}
    >
      <TextArea label={words.words} rows={6} maxLength={5000} required {...input('words')} />
    </StepPage>
  )
}
