import { useLoaderData } from '@remix-run/react'
import { VerdictForm } from '#app/domain/moderation/forms.ts'
import { stepIn } from '#app/domain/moderation/intervening.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import styles from '#app/routes/desk_.moderation.$id/case.module.css'
import { Steps } from '#app/routes/desk_.moderation.$id/steps.tsx'
import { textIn } from '#app/routes/drafts.$slug.remarks.$number.report/chosen-text.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { hidingView } from './hiding.server.ts'
import { Said } from './said.tsx'

export const loader = serve(async ({ ctx, params, t, url, locale }) => {
  acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const thread = await threadOf(ctx, draft.id, numberOf(params.number))
  authorize(reviewRules.moderate, ctx.actor, thread.facts)
  const text = await textIn(ctx, thread, url)
  return {
    ...(await hidingView({ ctx, t, locale }, text)),
    back: `/drafts/${draft.slug}/remarks/${thread.remark.number}`,
    name: t.reviewRemark.page.title(t.reviews.kinds[thread.remark.kind], thread.remark.number),
  }
})

export const action = serveForm(VerdictForm, async ({ ctx, params, value, request }) => {
  const mine = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const thread = await threadOf(ctx, draft.id, numberOf(params.number))
  const { kind, id } = await textIn(ctx, thread, new URL(request.url))
  await stepIn(mine, textKinds, { kind, id }, value)
  return done(`/drafts/${draft.slug}/remarks/${thread.remark.number}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function HidingPage() {
  const { hidden, back, name, title, lead, text, steps, reasons } = useLoaderData<typeof loader>()
  const { moderation: words } = useMessages()
  const { input, ...of } = useServerForm<{ reason: string; words: string }>()
  return (
    <StepPage
      back={{ href: back, label: name }}
      title={title}
      lead={lead}
      of={of}
      submit={hidden ? words.show : words.hide}
      look={hidden ? 'main' : 'danger'}
    >
      <Said text={text} />
      {steps.length > 0 && (
        <section>
          <h2 className={styles.label}>{words.past}</h2>
          <Steps steps={steps} same />
        </section>
      )}
      <input type="hidden" name="step" value={hidden ? 'pass' : 'hide'} />
      {!hidden && (
        <>
          <Select
            label={words.reason}
            required
            {...input('reason')}
            options={[{ value: '', label: words.choose }, ...reasons]}
          />
          <TextArea label={words.words} hint={words.wordsHint} maxLength={3000} {...input('words')} />
          <p>
            <Anchor href="/rules">{words.rules}</Anchor>
          </p>
        </>
      )}
    </StepPage>
  )
}
