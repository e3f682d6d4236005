import { useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { Withdrawal } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { withdrawRemark } from '#app/domain/reviews/remarking.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { threadOf } from '#app/domain/reviews/threads.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark, facts } = await threadOf(ctx, draft.id, numberOf(params.number))
  authorize(reviewRules.withdrawRemark, ctx.actor, facts)
  return {
    title: t.reviewRemark.page.withdrawTitle,
    back: `/drafts/${draft.slug}/remarks/${remark.number}`,
    name: t.reviewRemark.page.title(t.reviews.kinds[remark.kind], remark.number),
  }
})

export const action = serveForm(Withdrawal, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  await withdrawRemark(acting(ctx), remark.id, value.reason)
  return done(`/drafts/${draft.slug}/remarks/${remark.number}`, 'removed')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function WithdrawalPage() {
  const { back, name } = useLoaderData<typeof loader>()
  const { ui, reviewRemark } = useMessages()
  const words = reviewRemark.page
  const [form, fields] = useForm<{ reason: string }>({ lastResult: useActionData<typeof action>() })
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: back, label: name }]}
        title={words.withdrawTitle}
        lead={words.withdrawText}
      />
      <Form method="post">
        <Stack gap={3}>
          <FormErrors errors={form.errors?.map((text) => ({ text })) ?? []} />
          <TextArea
            name="reason"
            label={words.withdrawReason}
            hint={ui.optional}
            error={fields.reason.errors}
            defaultValue={fields.reason.initialValue}
            maxLength={3000}
          />
          <Row>
            <Button look="danger">{words.withdraw}</Button>
            <LinkButton href={back}>{ui.cancel}</LinkButton>
          </Row>
        </Stack>
      </Form>
    </Page>
  )
}
