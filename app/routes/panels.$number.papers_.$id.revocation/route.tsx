import { useLoaderData } from '@remix-run/react'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { TakingBackForm } from '#app/domain/panels/record/forms.ts'
import { numberOfPaper } from '#app/domain/panels/record/paper.ts'
import { recordOfPanel } from '#app/domain/panels/record/reading.server.ts'
import { revokeWorkPaper } from '#app/domain/panels/record/revoking.server.ts'
import { found, idOf, numberOf, Problem } from '#app/domain/problem.ts'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { panel, works } = await recordOfPanel(acting(ctx), numberOf(params.number))
  const { name, number, paper, may } = found(works.find(({ id }) => id === idOf(params.id)))
  if (!may.revoke || !paper) throw new Problem('forbidden')
  const title = t.conclusions.record.revoking.title(numberOfPaper(paper))
  return { title, panel: panel.panel.number, name, person: number }
})

export const action = serveForm(TakingBackForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await revokeWorkPaper(acting(ctx), await panelIdOf(ctx, number), idOf(params.id), value.reason)
  return done(`/panels/${number}/papers`, 'saved')
})

/** A paper that was given is taken back; the record stays. */
export default function TakingBackPage() {
  const { title, panel, name, person } = useLoaderData<typeof loader>()
  const { revoking: words, of: record } = useMessages().conclusions.record
  const { input, ...of } = useServerForm<Record<'reason', string>>()
  const back = { href: `/panels/${panel}/papers`, label: record.title }
  return (
    <StepPage back={back} title={title} lead={words.lead} of={of} submit={words.submit} look="danger">
      <p>
        <strong>{name ?? record.noName(person)}</strong>
      </p>
      <Field label={words.reason} maxLength={500} required {...input('reason')} />
    </StepPage>
  )
}
