import { fieldsOf } from '#app/domain/questionnaires/fields.ts'
import type { Question } from '#app/domain/questionnaires/forms.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { fileKinds } from './file-kinds.ts'
import styles from './questionnaire.module.css'

type Props = {
  question: Question
  /** id of the file that is already there, and its name */
  value: string
  name?: string
  id: string
  error?: string[]
  required: boolean
}

/** A file as an answer: what was chosen goes with the buttons; one that is there may be taken off or replaced. */
export function FileField({ question, value, name, ...common }: Props) {
  const { page: words } = useMessages().questionnaires
  const names = fieldsOf(question.code)
  const types = question.types ?? []
  const kinds = fileKinds.filter(({ type }) => types.includes(type)).map(({ label }) => label)
  const hint = [question.hint, words.file(kinds.join(', '), question.megabytes ?? 1)].filter(Boolean)
  return (
    <Stack gap={1}>
      <Field
        {...common}
        type="file"
        name={names.upload}
        label={question.title}
        hint={hint.join(' ')}
        accept={types.join(',')}
      />
      {name && (
        <>
          <p className={styles.file}>
            {words.attached}: <bdi>{name}</bdi>
          </p>
          <input type="hidden" name={names.value} value={value} />
          <Checkbox name={names.drop} label={words.drop} />
        </>
      )}
    </Stack>
  )
}
