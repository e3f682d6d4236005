import type { SubmissionResult } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/ctx.ts'
import { contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { NominationForm } from '#app/domain/panels/contests/forms.ts'
import { addNomination } from '#app/domain/panels/contests/nominating.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { directionChoices } from '#app/domain/panels/queries.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { contest, facts } = await contestByNumber(acting(ctx), numberOf(params.number))
  authorize(contestRules.nominate, ctx.actor, facts)
  const directions = await directionChoices(ctx, dayOf(ctx.now, ctx.zone))
  return {
    title: t.contests.nominations.add,
    ...{ number: contest.number, name: contest.title, writer: ctx.actor?.number ?? 0 },
    directions: directions.map(({ id, title }) => ({ code: id, title })),
  }
})

export const action = serveForm(NominationForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await addNomination(acting(ctx), number, value)
  return done(`/contests/${number}`, 'decided')
})

export default function NominationPage() {
  const { number, name, directions, writer } = useLoaderData<typeof loader>()
  const words = useMessages().contests.nominations
  const reply = useActionData<SubmissionResult<string[]>>()
  const sent = reply?.initialValue?.directions
  const { input, ...of } = useServerForm<Record<'title' | 'winners' | 'prizes', string>>({
    winners: '1',
    prizes: '2',
  })
  return (
    <StepPage
      back={{ href: `/contests/${number}`, label: name }}
      title={words.add}
      lead={words.lead}
      {...{ of, writer }}
      submit={words.add}
    >
      <Field label={words.name} maxLength={300} required {...input('title')} />
      <CheckboxGroup
        name="directions"
        legend={words.directions}
        options={directions}
        chosen={Array.isArray(sent) ? (sent as string[]) : typeof sent === 'string' ? [sent] : []}
        error={reply?.error?.directions ?? undefined}
        required
      />
      <Row>
        <Field label={words.winners} type="number" min={1} max={20} required {...input('winners')} />
        <Field label={words.prizes} type="number" min={0} max={50} required {...input('prizes')} />
      </Row>
    </StepPage>
  )
}
