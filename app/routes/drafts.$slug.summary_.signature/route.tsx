import { useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/problem.ts'
import { Signature } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { signSummary } from '#app/domain/reviews/summary/signing.server.ts'
import { publishedSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { SignedFileField } from '#app/ui/signed-file-field.tsx'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t, services }) => {
  acting(ctx)
  const { draft, facts } = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.signSummary, ctx.actor, facts)
  if (!(await publishedSummary(ctx, draft.id))) throw new Problem('summary-unpublished')
  return {
    title: t.reviewOutcome.summary.signature.add,
    back: `/drafts/${draft.slug}/summary`,
    megabytes: services.content.settings.uploads.maxMegabytes,
  }
})

export const action = serveForm(Signature, async ({ ctx, params, value, services }) => {
  const mine = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { file, ...said } = value
  const bytes = new Uint8Array(await file.arrayBuffer())
  await signSummary(mine, services.config.dataDir, draft.id, { ...said, name: file.name, bytes })
  return done(`/drafts/${draft.slug}/summary`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function SignaturePage() {
  const { title, back, megabytes } = useLoaderData<typeof loader>()
  const { signature: words, title: summary } = useMessages().reviewOutcome.summary
  const { input, ...of } = useServerForm<Record<'signatory' | 'post' | 'day' | 'file', string>>()
  return (
    <StepPage
      back={{ href: back, label: summary }}
      title={title}
      lead={words.text}
      of={of}
      submit={words.submit}
      files
    >
      <Field
        label={words.signatory}
        hint={words.signatoryHint}
        maxLength={120}
        required
        {...input('signatory')}
      />
      <Field label={words.post} maxLength={120} required {...input('post')} />
      <Field label={words.day} type="date" required {...input('day')} />
      <SignedFileField label={words.file} hint={words.fileHint(megabytes)} input={input('file')} />
    </StepPage>
  )
}
