import { useLoaderData } from '@remix-run/react'
import { checkWork } from '#app/domain/panels/contests/checking.server.ts'
import { workByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { CheckForm } from '#app/domain/panels/contests/forms.ts'
import { workRules } from '#app/domain/panels/contests/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { work, facts, organisation } = await workByNumber(acting(ctx), numberOf(params.number))
  authorize(workRules.check, ctx.actor, facts)
  return {
    title: t.contests.work.check.title,
    ...{ number: work.number, name: work.title, organisation, once: work.checkedAt !== null },
    writer: ctx.actor?.number ?? 0,
  }
})

export const action = serveForm(CheckForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await checkWork(acting(ctx), number, value)
  return done(`/works/${number}`, 'decided')
})

export default function CheckPage() {
  const { number, name, organisation, once, writer } = useLoaderData<typeof loader>()
  const words = useMessages().contests.work.check
  const { input, ...of } = useServerForm<Record<'decision' | 'reason', string>>()
  const { defaultValue: _, ...decision } = input('decision')
  const codes = once ? (['admitted', 'rejected'] as const) : (['admitted', 'returned', 'rejected'] as const)
  return (
    <StepPage
      back={{ href: `/works/${number}`, label: name }}
      title={words.title}
      lead={organisation}
      {...{ of, writer }}
      submit={words.submit}
    >
      <RadioGroup
        {...decision}
        legend={words.decision}
        options={codes.map((value) => ({ value, label: words[value] }))}
        defaultValue={of.value('decision')}
        required
      />
      <TextArea label={words.reason} hint={words.reasonHint} rows={4} maxLength={3000} {...input('reason')} />
    </StepPage>
  )
}
