import { useLoaderData } from '@remix-run/react'
import { Checkbox, CheckboxGroup } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { loader } from './route.tsx'

type Typed = Record<'accepted' | 'noConflict' | 'nonDisclosure' | 'reason', string>

/** Which works are taken, the two papers, and why others are not. */
export function AnswerAll() {
  const { works, texts, writer } = useLoaderData<typeof loader>()
  const { contests, panels } = useMessages()
  const words = contests.course.answer
  const { offer } = panels.invites
  const format = useFormat()
  const { input, check, ...of } = useServerForm<Typed>()
  const waiting = works.filter(({ answer, late }) => answer === null && !late)
  const [first] = waiting
  if (!first) return null
  const { defaultValue: _, ...accepted } = input('accepted')
  const until = waiting.map(({ lastDay }) => lastDay).sort()[0] ?? first.lastDay
  return (
    <FieldForm
      of={of}
      submit={words.submit}
      writer={writer}
      lead={
        <p>
          {words.lead(waiting.length, first.hours)} {words.until(format.day(until))}{' '}
          {words.sheetsBy(format.day(first.sheetsBy))}.
        </p>
      }
      beside={<p>{words.declineAll}</p>}
    >
      <CheckboxGroup
        {...accepted}
        legend={words.which}
        hint={words.whichHint}
        options={waiting.map(({ id, code, nomination }) => ({
          code: id,
          title: words.work(code, nomination),
        }))}
        chosen={waiting.map(({ id }) => id)}
      />
      <section>
        <h3>{words.papers}</h3>
        {texts.map(({ kind, title, text }) => (
          <details key={kind}>
            <summary>{offer.read(title)}</summary>
            <Prose>
              {text.split('\n\n').map((part) => (
                <p key={part} lang="ru">
                  {part}
                </p>
              ))}
            </Prose>
          </details>
        ))}
      </section>
      <Checkbox label={offer.noConflict} {...check('noConflict')} />
      <Checkbox label={offer.nonDisclosure} {...check('nonDisclosure')} />
      <TextArea label={words.reason} hint={words.reasonHint} rows={2} maxLength={3000} {...input('reason')} />
    </FieldForm>
  )
}
