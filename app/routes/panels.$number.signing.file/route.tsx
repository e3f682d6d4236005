import { useLoaderData } from '@remix-run/react'
import { DetachedForm } from '#app/domain/panels/conclusions/forms.ts'
import { signDetached } from '#app/domain/panels/conclusions/signing.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { signingPage } from '#app/routes/panels.$number.signing._index/page.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { document, number, may } = await signingPage(args)
  if (!may.sign) throw new Problem('forbidden')
  return { title: args.t.conclusions.signing.detached, number, sha256: document.sha256 }
})

export const action = serveForm(DetachedForm, async ({ ctx, params, value, services }) => {
  const number = numberOf(params.number)
  const bytes = new Uint8Array(await value.file.arrayBuffer())
  const signed = { hash: value.hash, name: value.file.name, bytes }
  await signDetached(acting(ctx), services.config.dataDir, await panelIdOf(ctx, number), signed)
  return done(`/panels/${number}/conclusion`, 'saved')
})

/** A signature made elsewhere with a key, as a file of its own. */
export default function FilePage() {
  const { title, number, sha256 } = useLoaderData<typeof loader>()
  const { signing: words } = useMessages().conclusions
  const { input, ...of } = useServerForm<Record<'hash' | 'file', string>>()
  const path = `/panels/${number}/signing`
  const { defaultValue: _, ...file } = input('file')
  return (
    <StepPage
      back={{ href: path, label: words.title }}
      title={title}
      lead={words.detachedLead}
      of={of}
      submit={words.attach}
      files
    >
      <p>
        <Anchor href={`${path}/document.pdf`} download>
          {words.download}
        </Anchor>
      </p>
      <input type="hidden" name="hash" value={sha256} />
      <Field label={words.file} type="file" accept=".sig,.p7s,.sgn" required {...file} />
    </StepPage>
  )
}
