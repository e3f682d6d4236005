import { useLoaderData } from '@remix-run/react'
import { OrderForm } from '#app/domain/panels/contests/forms.ts'
import { decideContest, hindrancesOf } from '#app/domain/panels/contests/ranking/deciding.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => ({
  title: t.contests.results.order.title,
  ...(await hindrancesOf(acting(ctx), numberOf(params.number))),
}))

/** Enters the signed order: results are final from here. */
export const action = serveForm(OrderForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await decideContest(acting(ctx), number, value)
  return done(`/contests/${number}/results`, 'ranked')
})

export default function OrderPage() {
  const { number, runs, open, unranked, appealUntil } = useLoaderData<typeof loader>()
  const { results } = useMessages().contests
  const words = results.order
  const format = useFormat()
  const { input, ...of } = useServerForm<Record<'number' | 'day', string>>()
  return (
    <StepPage
      back={{ href: `/contests/${number}/results`, label: results.title }}
      title={words.title}
      lead={words.lead}
      of={of}
      submit={words.submit}
    >
      {runs && <Notice kind="warn">{words.runs(format.day(appealUntil))}</Notice>}
      {open > 0 && <Notice kind="warn">{words.open(open)}</Notice>}
      {unranked && <Notice kind="warn">{words.unranked}</Notice>}
      <div>
        <LinkButton href={`/contests/${number}/order.docx`}>{results.orderDocx}</LinkButton>
      </div>
      <Field label={words.number} maxLength={60} required {...input('number')} />
      <Field label={words.day} type="date" required {...input('day')} />
    </StepPage>
  )
}
