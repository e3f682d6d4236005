import { Form, useLoaderData } from '@remix-run/react'
import { dissentsOf } from '#app/domain/reviews/dissenting.server.ts'
import { signPosition } from '#app/domain/reviews/filing.server.ts'
import { innerStage, itemsOf } from '#app/domain/reviews/gathering.server.ts'
import { Signing } from '#app/domain/reviews/inner-forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
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
  const { ui, reviewInner } = useMessages()
  const words = reviewInner.signing
  const back = `/drafts/${slug}/position`
  const { form, errors, input, busy } = useServerForm<{ signatory: string }>()
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: back, label: reviewInner.position.title }]}
        title={words.title}
        lead={words.lead}
      />
      <Form method="post" {...form}>
        <Stack gap={3}>
          <FormErrors errors={errors} />
          <p>
            {[organisation, words.items(items), dissents > 0 && words.dissents(dissents)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <Field label={words.signatory} hint={words.signatoryHint} required {...input('signatory')} />
          <Row>
            <Button look="main" aria-busy={busy}>
              {words.submit}
            </Button>
            <LinkButton href={back}>{ui.cancel}</LinkButton>
          </Row>
        </Stack>
      </Form>
    </Page>
  )
}
