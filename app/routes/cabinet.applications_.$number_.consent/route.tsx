import { useLoaderData } from '@remix-run/react'
import { answerNomination } from '#app/domain/assessment/way/consenting.server.ts'
import { ConsentForm } from '#app/domain/assessment/way/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { ownStage } from '#app/routes/cabinet.applications_.$number/own-stage.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { number, direction, organisation } = await ownStage(acting(ctx), numberOf(params.number), [
    'nominated',
  ])
  return { title: t.applications.consent.title, number, direction, by: organisation ?? '' }
})

export const action = serveForm(ConsentForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await answerNomination(acting(ctx), number, value)
  const next = value.answer === 'consented' ? '/survey' : ''
  return done(`/cabinet/applications/${number}${next}`, 'saved')
})

export default function ConsentPage() {
  const { title, number, direction, by } = useLoaderData<typeof loader>()
  const { consent: words, cabinet } = useMessages().applications
  const { input, ...of } = useServerForm<{ answer: string; words: string }>()
  return (
    <section aria-labelledby="consent">
      <SectionHead title={title} id="consent" />
      <FieldForm
        of={of}
        submit={words.submit}
        lead={
          <Prose>
            <p lang="ru">{words.lead(by, direction)}</p>
          </Prose>
        }
        beside={<LinkButton href={`/cabinet/applications/${number}`}>{cabinet.back}</LinkButton>}
      >
        <RadioGroup
          {...input('answer')}
          legend={words.answer}
          required
          options={[
            { value: 'consented', label: words.consented },
            { value: 'declined', label: words.declined },
          ]}
        />
        <TextArea label={words.words} hint={words.wordsHint} rows={3} {...input('words')} />
      </FieldForm>
    </section>
  )
}
