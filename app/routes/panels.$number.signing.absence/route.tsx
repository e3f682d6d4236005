import { useLoaderData } from '@remix-run/react'
import { AbsenceForm } from '#app/domain/panels/conclusions/forms.ts'
import { enterAbsence } from '#app/domain/panels/conclusions/signing.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { signerPage } from '#app/routes/panels.$number.signing._index/signer.server.ts'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const page = await signerPage(args)
  if (!page.signer.enter) throw new Problem('forbidden')
  return { title: args.t.conclusions.signing.absence, ...page }
})

export const action = serveForm(AbsenceForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await enterAbsence(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}/conclusion`, 'saved')
})

/** Why somebody did not sign. */
export default function AbsencePage() {
  const { title, number, sha256, signer } = useLoaderData<typeof loader>()
  const { conclusions, panels } = useMessages()
  const { signing: words } = conclusions
  const { input, ...of } = useServerForm<Record<'hash' | 'personId' | 'note', string>>()
  return (
    <StepPage
      back={{ href: `/panels/${number}/signing`, label: words.title }}
      title={title}
      lead={words.absenceLead}
      of={of}
      submit={words.enter}
    >
      <p>
        {words.person}: <strong>{signer.name ?? panels.conclusion.hidden(signer.person)}</strong>
      </p>
      <input type="hidden" name="hash" value={sha256} />
      <input type="hidden" name="personId" value={signer.personId} />
      <Field label={words.reason} maxLength={500} required {...input('note')} />
    </StepPage>
  )
}
