import { useLoaderData } from '@remix-run/react'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { ObjectionAnswer } from '#app/domain/reviews/intake/intake-forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { answerObjection, objectionsOf } from '#app/domain/reviews/remarks/objecting.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { proposedBy } from '#app/domain/reviews/remarks/wording.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { pick } from '#app/routes/drafts.$slug/views.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { AnswerForm } from './answer-form.tsx'

export const loader = serve(async ({ ctx, params, t }) => {
  acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark, facts } = await threadOf(ctx, draft.id, numberOf(params.number))
  authorize(reviewRules.answerObjection, ctx.actor, facts)
  const open = (await objectionsOf(ctx, remark.id)).find(({ answer }) => answer === null)
  if (!open) throw new Problem('objection-answered')
  return {
    title: t.reviewIntake.objection.answering.title,
    back: `/drafts/${draft.slug}/remarks/${remark.number}`,
    name: t.reviewRemark.page.title(t.reviews.kinds[remark.kind], remark.number),
    said: open.body,
    remark: pick(remark, ['kind', 'body', 'replacement', 'grounds', 'sources', 'general']),
  }
})

export const action = serveForm(ObjectionAnswer, async ({ ctx, params, value }) => {
  const actor = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  const { choice, words, replacement, way, ...said } = value
  const proposed = value.kind === 'proposal' ? proposedBy(way, replacement) : {}
  const corrected = choice === 'correct' ? { weight: remark.weight, ...said, ...proposed } : null
  await answerObjection(actor, remark.id, { answer: words, corrected })
  return done(`/drafts/${draft.slug}/remarks/${remark.number}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** The organiser corrects the record, or says why it stays. */
export default function ObjectionAnswerPage() {
  const view = useLoaderData<typeof loader>()
  const words = useMessages().reviewIntake.objection
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: view.back, label: view.name }]}
        title={view.title}
        lead={words.answering.lead}
      />
      <Stack gap={3}>
        <Notice title={words.said}>{view.said}</Notice>
        <AnswerForm view={view} />
      </Stack>
    </Page>
  )
}

export type AnswerView = ReturnType<typeof useLoaderData<typeof loader>>
