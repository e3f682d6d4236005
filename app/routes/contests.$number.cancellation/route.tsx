import { useLoaderData } from '@remix-run/react'
import { cancelContest } from '#app/domain/panels/contests/contesting.server.ts'
import { contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { ReasonForm } from '#app/domain/panels/contests/forms.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { contest, facts } = await contestByNumber(acting(ctx), numberOf(params.number))
  authorize(contestRules.cancel, ctx.actor, facts)
  return {
    title: t.contests.cancellation.title,
    ...{ number: contest.number, name: contest.title, writer: ctx.actor?.number ?? 0 },
  }
})

export const action = serveForm(ReasonForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await cancelContest(acting(ctx), number, value.reason)
  return done(`/contests/${number}`, 'decided')
})

export default function CancellationPage() {
  const { number, name, writer } = useLoaderData<typeof loader>()
  const words = useMessages().contests.cancellation
  const { input, ...of } = useServerForm<{ reason: string }>()
  return (
    <StepPage
      back={{ href: `/contests/${number}`, label: name }}
      title={words.title}
      lead={words.lead}
      {...{ of, writer }}
      submit={words.submit}
      look="danger"
    >
      <TextArea label={words.reason} rows={4} maxLength={3000} required {...input('reason')} />
    </StepPage>
  )
}
