import { Form, useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { Hiding } from '#app/domain/reviews/forms.ts'
import { hideRemark, showRemark } from '#app/domain/reviews/hiding.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { threadOf } from '#app/domain/reviews/threads.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark, facts } = await threadOf(ctx, draft.id, numberOf(params.number))
  authorize(reviewRules.moderate, ctx.actor, facts)
  const { hidden } = remark
  return {
    title: hidden ? t.moderation.showTitle : t.moderation.hideTitle,
    hidden,
    back: `/drafts/${draft.slug}/remarks/${remark.number}`,
    name: t.reviewRemark.page.title(t.reviews.kinds[remark.kind], remark.number),
  }
})

export const action = serveForm(Hiding, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  await (value.step === 'show' ? showRemark(mine, remark.id) : hideRemark(mine, remark.id, value.reason))
  return done(`/drafts/${draft.slug}/remarks/${remark.number}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function HidingPage() {
  const { hidden, back, name, title } = useLoaderData<typeof loader>()
  const { ui, moderation: words } = useMessages()
  const { form, errors, input } = useServerForm<{ reason: string }>()
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: back, label: name }]}
        title={title}
        lead={hidden ? words.showLead : words.hideLead}
      />
      <Form method="post" {...form}>
        <Stack gap={3}>
          <FormErrors errors={errors} />
          <input type="hidden" name="step" value={hidden ? 'show' : 'hide'} />
          {!hidden && (
            <>
              <TextArea
                label={words.reason}
                hint={words.reasonHint}
                maxLength={3000}
                required
                {...input('reason')}
              />
              <p>
                <Anchor href="/rules">{words.rules}</Anchor>
              </p>
            </>
          )}
          <Row>
            <Button look={hidden ? 'main' : 'danger'}>{hidden ? words.show : words.hide}</Button>
            <LinkButton href={back}>{ui.cancel}</LinkButton>
          </Row>
        </Stack>
      </Form>
    </Page>
  )
}
