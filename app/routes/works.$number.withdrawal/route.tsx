import { useLoaderData } from '@remix-run/react'
import { workByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { ButtonForm } from '#app/domain/panels/contests/forms.ts'
import { workRules } from '#app/domain/panels/contests/rules.ts'
import { withdrawWork } from '#app/domain/panels/contests/submitting.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { work, facts } = await workByNumber(acting(ctx), numberOf(params.number))
  authorize(workRules.withdraw, ctx.actor, facts)
  return {
    title: t.contests.work.withdrawal.title,
    number: work.number,
    name: work.title || t.contests.work.untitled,
  }
})

export const action = serveForm(ButtonForm, async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await withdrawWork(acting(ctx), number)
  return done(`/works/${number}`, 'decided')
})

export default function WithdrawalPage() {
  const { number, name } = useLoaderData<typeof loader>()
  const words = useMessages().contests.work.withdrawal
  const { input: _, ...of } = useServerForm<Record<string, never>>()
  return (
    <StepPage
      back={{ href: `/works/${number}`, label: name }}
      title={words.title}
      lead={words.lead}
      of={of}
      submit={words.submit}
      look="danger"
    >
      {null}
    </StepPage>
  )
}
