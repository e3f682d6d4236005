import { useLoaderData } from '@remix-run/react'
import { ReportForm } from '#app/domain/moderation/forms.ts'
import { report } from '#app/domain/moderation/reporting.server.ts'
import { found, numberOf } from '#app/domain/problem.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { content } from '#content/load.ts'
import { textIn } from './chosen-text.server.ts'

export const loader = serve(async ({ ctx, params, t, url, locale }) => {
  acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const thread = await threadOf(ctx, draft.id, numberOf(params.number))
  const { kind, body, veil, named } = await textIn(ctx, thread, url)
  found(veil === null ? kind : null)
  return {
    ...{ title: t.moderation.report.title[kind], body, named },
    back: `/drafts/${draft.slug}/remarks/${thread.remark.number}`,
    name: t.reviewRemark.page.title(t.reviews.kinds[thread.remark.kind], thread.remark.number),
    reasons: content().moderation.reasons.map(({ code, title }) => ({ value: code, label: title[locale] })),
  }
})

export const action = serveForm(ReportForm, async ({ ctx, params, value, request }) => {
  const mine = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const thread = await threadOf(ctx, draft.id, numberOf(params.number))
  const { kind, id, named } = await textIn(ctx, thread, new URL(request.url))
  await report(mine, textKinds, { kind, id }, { ...value, about: named ? value.about : 'words' })
  return done(`/drafts/${draft.slug}/remarks/${thread.remark.number}`, 'reported')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function ReportPage() {
  const { title, back, name, body, named, reasons } = useLoaderData<typeof loader>()
  const { moderation } = useMessages()
  const words = moderation.report
  const { input, ...of } = useServerForm<{ reason: string; words: string; about: string }>()
  return (
    <StepPage back={{ href: back, label: name }} title={title} lead={words.lead} of={of} submit={words.send}>
      <Prose>
        <blockquote>{body}</blockquote>
      </Prose>
      {named && (
        <RadioGroup
          name="about"
          legend={words.about}
          defaultValue="words"
          options={(['words', 'name'] as const).map((value) => ({ value, label: words.abouts[value] }))}
        />
      )}
      <Select
        label={words.reason}
        required
        {...input('reason')}
        options={[{ value: '', label: moderation.choose }, ...reasons]}
      />
      <TextArea label={words.words} hint={words.wordsHint} maxLength={3000} {...input('words')} />
      <Anchor href="/rules">{moderation.rules}</Anchor>
    </StepPage>
  )
}
