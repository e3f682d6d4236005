import { useLoaderData } from '@remix-run/react'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ButtonForm } from '#app/domain/panels/forms.ts'
import { giveWorkPaperTo } from '#app/domain/panels/record/giving.server.ts'
import { recordOfPanel } from '#app/domain/panels/record/reading.server.ts'
import { found, idOf, numberOf, Problem } from '#app/domain/problem.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { panel, works } = await recordOfPanel(acting(ctx), numberOf(params.number))
  const { name, number, paper, may } = found(works.find(({ id }) => id === idOf(params.id)))
  if (!may.give || paper) throw new Problem('forbidden')
  return { title: t.conclusions.record.of.giveOne, panel: panel.panel.number, name, person: number }
})

export const action = serveForm(ButtonForm, async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await giveWorkPaperTo(acting(ctx), await panelIdOf(ctx, number), idOf(params.id))
  return done(`/panels/${number}/papers`, 'papersGiven')
})

/** A paper on the work of one member. */
export default function GivingPage() {
  const { title, panel, name, person } = useLoaderData<typeof loader>()
  const { giving: words, of: record } = useMessages().conclusions.record
  const { input: _, ...of } = useServerForm()
  const back = { href: `/panels/${panel}/papers`, label: record.title }
  return (
    <StepPage back={back} title={title} lead={words.lead} of={of} submit={words.submit}>
      <p>
        <strong>{name ?? record.noName(person)}</strong>
      </p>
    </StepPage>
  )
}
