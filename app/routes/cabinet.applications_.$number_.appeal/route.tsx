import { useLoaderData } from '@remix-run/react'
import { appealRefusal } from '#app/domain/assessment/way/appealing.server.ts'
import { ReasonForm } from '#app/domain/assessment/way/forms.ts'
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
  const { number } = await ownStage(acting(ctx), numberOf(params.number), ['refused'])
  return { title: t.applications.appeal.title, number }
})

export const action = serveForm(ReasonForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await appealRefusal(acting(ctx), number, value.words)
  return done(`/cabinet/applications/${number}`, 'sent')
})

export default function AppealPage() {
  const { title, number } = useLoaderData<typeof loader>()
  const { appeal: words, cabinet } = useMessages().applications
  const { input, ...of } = useServerForm<{ words: string }>()
  return (
    <section aria-labelledby="appeal">
      <SectionHead title={title} id="appeal" />
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
        <TextArea label={words.words} rows={5} maxLength={2000} required {...input('words')} />
      </FieldForm>
    </section>
  )
}
