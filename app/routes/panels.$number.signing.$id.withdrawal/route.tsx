import { useLoaderData } from '@remix-run/react'
import { withdrawSignature } from '#app/domain/panels/conclusions/signing.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ButtonForm } from '#app/domain/panels/forms.ts'
import { found, idOf, numberOf, Problem } from '#app/domain/problem.ts'
import { signingPage } from '#app/routes/panels.$number.signing._index/page.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { signers, number } = await signingPage(args)
  const id = idOf(args.params.id)
  const signer = found(signers.find(({ signature }) => signature?.id === id))
  if (!signer.withdraw) throw new Problem('forbidden')
  return { title: args.t.conclusions.signing.withdraw, number, name: signer.name, person: signer.person }
})

export const action = serveForm(ButtonForm, async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await withdrawSignature(acting(ctx), await panelIdOf(ctx, number), idOf(params.id))
  return done(`/panels/${number}/signing`, 'saved')
})

/** A signature that was entered by mistake goes before the issue. */
export default function WithdrawalPage() {
  const { title, number, name, person } = useLoaderData<typeof loader>()
  const { conclusions, panels } = useMessages()
  const { signing: words } = conclusions
  const { input: _, ...of } = useServerForm()
  return (
    <StepPage
      back={{ href: `/panels/${number}/signing`, label: words.title }}
      title={title}
      lead={words.withdrawText}
      of={of}
      submit={words.withdraw}
      look="danger"
    >
      <p>
        <strong>{name ?? panels.conclusion.hidden(person)}</strong>
      </p>
    </StepPage>
  )
}
