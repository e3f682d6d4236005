import { useLoaderData } from '@remix-run/react'
import { identifyMember } from '#app/domain/panels/conclusions/deputising.server.ts'
import { IdentityForm } from '#app/domain/panels/conclusions/forms.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { signingPage } from '#app/routes/panels.$number.signing._index/page.server.ts'
import { signerPage } from '#app/routes/panels.$number.signing._index/signer.server.ts'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  if (!(await signingPage(args)).may.identify) throw new Problem('forbidden')
  const today = acting(args.ctx).actor.today
  return { title: args.t.conclusions.signing.checkIdentity, today, ...(await signerPage(args)) }
})

export const action = serveForm(IdentityForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await identifyMember(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}/signing`, 'saved')
})

/** A document of the person was seen. */
export default function IdentityPage() {
  const { title, number, signer, today } = useLoaderData<typeof loader>()
  const { conclusions, panels } = useMessages()
  const { signing: words } = conclusions
  const { input, ...of } = useServerForm<Record<'personId' | 'document' | 'checkedOn', string>>({
    checkedOn: today,
  })
  return (
    <StepPage
      back={{ href: `/panels/${number}/signing`, label: words.title }}
      title={title}
      lead={words.checkLead}
      of={of}
      submit={words.checkIdentity}
    >
      <p>
        <strong>{signer.name ?? panels.conclusion.hidden(signer.person)}</strong>
      </p>
      <input type="hidden" name="personId" value={signer.personId} />
      <Field label={words.seen} hint={words.seenHint} maxLength={120} required {...input('document')} />
      <Field label={words.seenOn} type="date" required {...input('checkedOn')} />
    </StepPage>
  )
}
