import { useLoaderData } from '@remix-run/react'
import { dissent, dissentsOf } from '#app/domain/reviews/inner/dissenting.server.ts'
import { Dissent } from '#app/domain/reviews/inner/inner-forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  acting(ctx)
  const { draft, facts } = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.dissent, ctx.actor, facts)
  const own = (await dissentsOf(ctx, draft.id)).find((one) => one.own)
  return {
    title: `${t.reviewInner.dissenting.title} · ${draft.title}`,
    slug: draft.slug,
    body: own?.body ?? '',
  }
})

export const action = serveForm(Dissent, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await dissent(acting(ctx), draft.id, value.body)
  return done(`/drafts/${encodeURIComponent(draft.slug)}/position`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** A member says what the position gets wrong. */
export default function DissentPage() {
  const { slug, body } = useLoaderData<typeof loader>()
  const { dissenting: words, position } = useMessages().reviewInner
  const { input, ...of } = useServerForm<{ body: string }>({ body })
  const back = { href: `/drafts/${slug}/position`, label: position.title }
  return (
    <StepPage back={back} title={words.title} lead={words.lead} of={of} submit={words.submit}>
      <TextArea label={words.body} rows={7} maxLength={3000} required {...input('body')} />
    </StepPage>
  )
}
