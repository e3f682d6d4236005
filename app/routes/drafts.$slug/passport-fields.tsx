import { Field, fieldId, Select, TextArea } from '#app/ui/field.tsx'
import type { FormError } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'

type Meta = { initialValue?: string; errors?: string[] }
export type PassportFieldNames =
  | 'title'
  | 'kind'
  | 'ground'
  | 'explanatoryNote'
  | 'questions'
  | 'contact'
  | 'lang'
  | 'developerId'

type PassportFieldsProps = {
  fields: Record<PassportFieldNames, Meta>
  kinds: readonly { value: string; label: string }[]
  /** absent when the developer can no longer change */
  developers?: readonly { value: string; label: string }[]
}

/** What is wrong with a form that has the passport in it; the sentences about its fields name them. */
export function usePassportErrors(found: Record<string, string[]>): FormError[] {
  const { reviewWork: words } = useMessages()
  const labels: Record<string, string> = {
    ...{ title: words.title, kind: words.kind, developerId: words.developer, ground: words.ground },
    ...{ explanatoryNote: words.explanatoryNote, questions: words.questions, contact: words.contact },
    ...{ lang: words.lang, source: words.source },
  }
  return Object.entries(found).flatMap(([name, texts]) =>
    texts.map((text) => {
      const label = Object.hasOwn(labels, name) ? labels[name] : undefined
      return { text: label ? `${label}: ${text}` : text, field: name && fieldId(name) }
    }),
  )
}

/** The passport of a draft. */
export function PassportFields({ fields, kinds, developers }: PassportFieldsProps) {
  const { reviewWork, shell } = useMessages()
  const words = reviewWork
  const of = (name: PassportFieldNames) => ({
    name,
    defaultValue: fields[name].initialValue,
    error: fields[name].errors,
  })
  return (
    <Stack gap={3}>
      <TextArea {...of('title')} label={words.title} required rows={2} maxLength={400} />
      <Select {...of('kind')} label={words.kind} required options={kinds} />
      {developers && <Select {...of('developerId')} label={words.developer} required options={developers} />}
      <TextArea {...of('ground')} label={words.ground} hint={words.groundHint} required rows={3} />
      <TextArea
        {...of('explanatoryNote')}
        label={words.explanatoryNote}
        hint={words.explanatoryNoteHint}
        required
        rows={5}
      />
      <TextArea {...of('questions')} label={words.questions} hint={words.questionsHint} rows={3} />
      <Field {...of('contact')} label={words.contact} hint={words.contactHint} required />
      <Select
        {...of('lang')}
        label={words.lang}
        options={[
          { value: 'ru', label: shell.language.ru },
          { value: 'en', label: shell.language.en },
        ]}
      />
    </Stack>
  )
}
