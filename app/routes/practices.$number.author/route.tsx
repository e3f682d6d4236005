import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  answerAuthor,
  ownAuthorship,
  restoreAuthor,
  withdrawAuthor,
} from '#app/domain/practices/authors.server.ts'
import { AuthorAnswer } from '#app/domain/practices/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { wordsOfCodes } from '#app/routes/practices._index/entry.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const number = numberOf(params.number)
  const { answer, ...own } = await ownAuthorship(acting(ctx), number)
  // a refusal is final until a writer asks again
  if (answer === 'declined') throw redirect(`/practices/${number}`)
  const kind = wordsOfCodes('kind', locale).get(own.kind) ?? ''
  return {
    answer,
    number,
    kind,
    organisation: own.organisation,
    title: t.practices.author.title,
    name: own.title,
  }
})

export const action = serveForm(AuthorAnswer, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  const actor = acting(ctx)
  const { answer } = await ownAuthorship(actor, number)
  if (value.answer === 'withdrawn') await withdrawAuthor(actor, number)
  else if (value.answer === 'confirmed' && answer === 'withdrawn') await restoreAuthor(actor, number)
  else await answerAuthor(actor, number, value.answer)
  // who declined may not know the card any more
  return done(value.answer === 'declined' ? '/cabinet' : `/practices/${number}`, 'saved')
})

/** Whether one made the practice, by one's own word; and the consent to be named there, taken back and given again. */
export default function AuthorPage() {
  const { number, name, kind, organisation, answer } = useLoaderData<typeof loader>()
  const { practices } = useMessages()
  const words = practices.author
  const { input, value, ...of } = useServerForm<{ answer: string }>()
  const state = answer ?? 'asked'
  const next = answer === 'confirmed' ? 'withdrawn' : 'confirmed'
  return (
    <StepPage
      back={{ href: `/practices/${number}`, label: practices.card.number(number) }}
      title={words.title}
      lead={words.leads[state]}
      of={of}
      submit={words.submits[state]}
      look={answer === 'confirmed' ? 'danger' : 'main'}
    >
      <p>
        <strong lang="ru">{name}</strong>
        <br />
        {kind} · <span lang="ru">{organisation}</span>
      </p>
      {answer === null ? (
        <RadioGroup
          name="answer"
          legend={words.question}
          required
          defaultValue={value('answer')}
          error={input('answer').error}
          options={(['confirmed', 'declined'] as const).map((one) => ({
            value: one,
            label: words.answers[one],
          }))}
        />
      ) : (
        <input type="hidden" name="answer" value={next} />
      )}
    </StepPage>
  )
}
