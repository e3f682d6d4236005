import { useLoaderData } from '@remix-run/react'
import { withdrawApplication } from '#app/domain/assessment/way/applying.server.ts'
import { MaybeReasonForm } from '#app/domain/assessment/way/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { ownStage } from '#app/routes/cabinet.applications_.$number/own-stage.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { number } = await ownStage(acting(ctx), numberOf(params.number), [
    'survey',
    'review',
    'admitted',
    'appealed',
  ])
  return { title: t.applications.withdrawal.title, number }
})

export const action = serveForm(MaybeReasonForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await withdrawApplication(acting(ctx), number, value.words)
  return done(`/cabinet/applications/${number}`, 'sent')
})

export default function WithdrawalPage() {
  const { title, number } = useLoaderData<typeof loader>()
  const { withdrawal: words, cabinet } = useMessages().applications
  const { input, ...of } = useServerForm<{ words: string }>()
  return (
    <section aria-labelledby="withdrawal">
      <SectionHead title={title} id="withdrawal" />
      <FieldForm
        of={of}
        submit={words.submit}
        lead={
          <Prose>
            <p>{words.lead}</p>
          </Prose>
        }
        beside={<LinkButton href={`/cabinet/applications/${number}`}>{cabinet.back}</LinkButton>}
      >
        <TextArea label={words.words} hint={words.wordsHint} rows={5} maxLength={2000} {...input('words')} />
      </FieldForm>
    </section>
  )
}
