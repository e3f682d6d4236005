import { useLoaderData } from '@remix-run/react'
import { PaperForm } from '#app/domain/panels/conclusions/forms.ts'
import { enterPaper } from '#app/domain/panels/conclusions/signing.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { signerPage } from '#app/routes/panels.$number.signing._index/signer.server.ts'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { SignedFileField } from '#app/ui/signed-file-field.tsx'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const page = await signerPage(args)
  if (!page.signer.enter) throw new Problem('forbidden')
  const megabytes = args.services.content.settings.uploads.maxMegabytes
  return { title: args.t.conclusions.signing.paper, ...page, megabytes }
})

export const action = serveForm(PaperForm, async ({ ctx, params, value, services }) => {
  const number = numberOf(params.number)
  const { file, ...said } = value
  const bytes = new Uint8Array(await file.arrayBuffer())
  const paper = { ...said, name: file.name, bytes }
  await enterPaper(acting(ctx), services.config.dataDir, await panelIdOf(ctx, number), paper)
  return done(`/panels/${number}/conclusion`, 'saved')
})

/** «Подписано на бумаге, сверено: …» */
export default function PaperPage() {
  const { title, number, sha256, signer, megabytes } = useLoaderData<typeof loader>()
  const { conclusions, panels, reviewOutcome } = useMessages()
  const { signing: words } = conclusions
  const { input, ...of } = useServerForm<Record<'hash' | 'personId' | 'day' | 'note' | 'file', string>>()
  return (
    <StepPage
      back={{ href: `/panels/${number}/signing`, label: words.title }}
      title={title}
      lead={words.paperLead}
      of={of}
      submit={words.enter}
      files
    >
      <p>
        {words.person}: <strong>{signer.name ?? panels.conclusion.hidden(signer.person)}</strong>
      </p>
      <input type="hidden" name="hash" value={sha256} />
      <input type="hidden" name="personId" value={signer.personId} />
      <Field label={words.day} type="date" required {...input('day')} />
      <Field label={words.note} hint={words.noteHint} maxLength={500} required {...input('note')} />
      <SignedFileField
        label={words.scan}
        hint={reviewOutcome.summary.signature.fileHint(megabytes)}
        input={input('file')}
      />
    </StepPage>
  )
}
