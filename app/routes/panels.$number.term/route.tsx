import { useLoaderData } from '@remix-run/react'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { TermForm } from '#app/domain/panels/forms.ts'
import { prolongSheets } from '#app/domain/panels/sheets/prolonging.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { missingPage } from '#app/routes/panels.$number.closing/page.server.ts'
import { Field, TextArea } from '#app/ui/field.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve((args) => missingPage(args, args.t.panels.rounds.term.title))

export const action = serveForm(TermForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await prolongSheets(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}`, 'prolonged')
})

export default function ProlongPage() {
  const { panel, today, terms } = useLoaderData<typeof loader>()
  const words = useMessages().panels.rounds.term
  const format = useFormat()
  const { input, ...of } = useServerForm<Record<'lastDay' | 'reason', string>>()
  return (
    <StepPage
      back={{ href: `/panels/${panel.number}`, label: panel.title }}
      title={words.title}
      lead={words.lead(format.day(panel.lastDay))}
      of={of}
      submit={words.submit}
    >
      {terms.length > 0 && (
        <section aria-labelledby="terms">
          <h2 id="terms">{words.history}</h2>
          <ul>
            {terms.map(({ id, before, after, reason }) => (
              <li key={id}>
                {words.line(format.day(before), format.day(after))}. {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Field label={words.lastDay} type="date" min={today} required {...input('lastDay')} />
      <TextArea label={words.reason} rows={3} maxLength={3000} required {...input('reason')} />
    </StepPage>
  )
}
