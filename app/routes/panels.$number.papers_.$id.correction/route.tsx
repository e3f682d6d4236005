import { useLoaderData } from '@remix-run/react'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { correctWork } from '#app/domain/panels/record/correcting.server.ts'
import { CorrectionForm } from '#app/domain/panels/record/forms.ts'
import { panelRoles } from '#app/domain/panels/record/paper.ts'
import { recordOfPanel } from '#app/domain/panels/record/reading.server.ts'
import { found, idOf, numberOf, Problem } from '#app/domain/problem.ts'
import { Field, Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { panel, works } = await recordOfPanel(acting(ctx), numberOf(params.number))
  const { name, number, role, hours, may } = found(works.find(({ id }) => id === idOf(params.id)))
  if (!may.correct) throw new Problem('forbidden')
  return {
    title: t.conclusions.record.correcting.title,
    ...{ panel: panel.panel.number, name, person: number, role, hours },
  }
})

export const action = serveForm(CorrectionForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await correctWork(acting(ctx), await panelIdOf(ctx, number), idOf(params.id), value)
  return done(`/panels/${number}/papers`, 'saved')
})

/** Another role or other hours; a paper that was given is given anew. */
export default function CorrectionPage() {
  const { title, panel, name, person, role, hours } = useLoaderData<typeof loader>()
  const { record } = useMessages().conclusions
  const { correcting: words } = record
  const { input, ...of } = useServerForm<Record<'role' | 'hours' | 'reason', string>>({
    ...{ role, hours: hours === null ? '' : String(hours) },
  })
  return (
    <StepPage
      back={{ href: `/panels/${panel}/papers`, label: record.of.title }}
      title={title}
      lead={words.lead}
      of={of}
      submit={words.submit}
    >
      <p>
        <strong>{name ?? record.of.noName(person)}</strong>
      </p>
      <Select label={words.role} required {...input('role')}>
        {panelRoles.map((one) => (
          <option key={one} value={one}>
            {record.roles[one]}
          </option>
        ))}
      </Select>
      <Field
        label={words.hours}
        type="number"
        min={0}
        max={2000}
        width="short"
        required
        {...input('hours')}
      />
      <Field label={words.reason} maxLength={500} required {...input('reason')} />
    </StepPage>
  )
}
