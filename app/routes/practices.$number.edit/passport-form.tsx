import type { SubmissionResult } from '@conform-to/react'
import { useActionData } from '@remix-run/react'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { EditView } from './edit.server.ts'

type Fields = Record<'title' | 'abstract' | 'direction' | 'tier' | 'licence' | 'edition' | 'subjects', string>

/** What the catalogue finds a practice by; what was typed comes back with a refusal, the edition with it. */
export function PassportForm({ view: { value, choices, subjects, directed, writer } }: { view: EditView }) {
  const words = useMessages().practices.writing
  const { input, check: _, value: typed, ...of } = useServerForm<Fields>(value)
  const reply = useActionData<SubmissionResult<string[]>>()
  const chosen = reply?.initialValue ? listOf(reply.initialValue.subjects) : subjects
  const none = { value: '', label: words.none }
  return (
    <FieldForm of={of} submit={words.save} writer={writer}>
      <input type="hidden" name="edition" value={typed('edition') ?? value.edition} />
      <Field label={words.title} hint={words.titleHint} maxLength={300} required {...input('title')} />
      <TextArea
        label={words.abstract}
        hint={words.abstractHint}
        rows={4}
        maxLength={1500}
        {...input('abstract')}
      />
      <Select
        label={words.direction}
        hint={directed ? words.directionNeeded : words.directionFree}
        options={[none, ...choices.directions]}
        {...input('direction')}
      />
      <Select label={words.tier} options={[none, ...choices.tiers]} {...input('tier')} />
      <Select label={words.licence} options={[none, ...choices.licences]} {...input('licence')} />
      <CheckboxGroup
        name="subjects"
        id={input('subjects').id}
        legend={words.subjects}
        hint={words.subjectsHint}
        error={input('subjects').error}
        options={choices.subjects}
        chosen={chosen}
      />
    </FieldForm>
  )
}

const listOf = (typed: unknown): string[] =>
  (Array.isArray(typed) ? typed : [typed]).filter((one): one is string => typeof one === 'string')
