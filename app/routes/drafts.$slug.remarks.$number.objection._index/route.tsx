import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { Objection } from '#app/domain/reviews/intake/intake-forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { objectToRecord } from '#app/domain/reviews/remarks/objecting.server.ts'
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
  authorize(reviewRules.objectToRecord, ctx.actor, facts)
  return {
    title: t.reviewIntake.objection.title,
    back: `/drafts/${draft.slug}/remarks/${remark.number}`,
    name: t.reviewRemark.page.title(t.reviews.kinds[remark.kind], remark.number),
    recorded: [remark.address, remark.body, remark.replacement].filter(Boolean),
  }
})

export const action = serveForm(Objection, async ({ ctx, params, value }) => {
  const actor = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  await objectToRecord(actor, remark.id, value.body)
  return done(`/drafts/${draft.slug}/remarks/${remark.number}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** An author says what is wrong with the record. */
export default function ObjectionPage() {
  const { title, back, name, recorded } = useLoaderData<typeof loader>()
  const words = useMessages().reviewIntake.objection
  const { input, ...of } = useServerForm<{ body: string }>()
  return (
    <StepPage
      back={{ href: back, label: name }}
      title={title}
      lead={words.lead}
      of={of}
      submit={words.submit}
    >
      <section>
        <h2>{words.record}</h2>
        {recorded.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </section>
      <TextArea {...input('body')} label={words.body} rows={5} maxLength={3000} required />
    </StepPage>
  )
}
