import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { Withdrawal } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { withdrawRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
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
  const { input, ...of } = useServerForm<{ reason: string }>()
  return (
    <StepPage
      back={{ href: back, label: name }}
      title={words.withdrawTitle}
      lead={words.withdrawText}
      of={of}
      submit={words.withdraw}
      look="danger"
    >
      <TextArea label={words.withdrawReason} hint={ui.optional} maxLength={3000} {...input('reason')} />
    </StepPage>
  )
}
