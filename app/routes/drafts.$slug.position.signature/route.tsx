import { useLoaderData } from '@remix-run/react'
import { dissentsOf } from '#app/domain/reviews/inner/dissenting.server.ts'
import { signPosition } from '#app/domain/reviews/inner/filing.server.ts'
import { innerStage, itemsOf } from '#app/domain/reviews/inner/gathering.server.ts'
import { Signing } from '#app/domain/reviews/inner/inner-forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  acting(ctx)
  const { draft, facts } = await draftBySlug(ctx, params.slug ?? '')
  const { organisation } = await innerStage(ctx, draft.id)
  authorize(reviewRules.gather, ctx.actor, facts)
  return {
    title: `${t.reviewInner.signing.title} · ${draft.title}`,
    slug: draft.slug,
    organisation,
    items: (await itemsOf(ctx, draft.id)).length,
    dissents: (await dissentsOf(ctx, draft.id)).length,
  }
})

export const action = serveForm(Signing, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await signPosition(acting(ctx), draft.id, value.signatory)
  return done(`/drafts/${encodeURIComponent(draft.slug)}/position`, 'sent')
})

export { titled as meta } from '#app/ui/titled.ts'

/** The last step: what is signed enters the open stage. */
export default function SignaturePage() {
  const { slug, organisation, items, dissents } = useLoaderData<typeof loader>()
  const { signing: words, position } = useMessages().reviewInner
  const { input, ...of } = useServerForm<{ signatory: string }>()
  const back = { href: `/drafts/${slug}/position`, label: position.title }
  return (
    <StepPage back={back} title={words.title} lead={words.lead} of={of} submit={words.submit}>
      <p>
        {[organisation, words.items(items), dissents > 0 && words.dissents(dissents)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Field label={words.signatory} hint={words.signatoryHint} required {...input('signatory')} />
    </StepPage>
  )
}
