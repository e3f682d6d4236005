import { fieldsOf } from '#app/domain/panels/sheets/sheet-form.ts'
import type { Question } from '#app/domain/questionnaires/forms.ts'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import styles from './sheet.module.css'

type Props = {
  question: Question
  typed: Record<string, string | undefined>
  place: string
  error?: string[]
  /** an answer above does not ask for it */
  hidden?: boolean
}

/** One question of a sheet: its mark or choice, the reason, and what in the text it rests on. */
export function QuestionFields({ question, typed, place, error, hidden }: Props) {
  const { sheet: words } = useMessages().panels
  const names = fieldsOf(question.code)
  if (question.type === 'section') {
    return (
      <div className={styles.question} hidden={hidden}>
        <h2>{question.title}</h2>
        {question.hint && <p className={styles.hint}>{question.hint}</p>}
      </div>
    )
  }
  return (
    <fieldset className={styles.question} hidden={hidden} aria-labelledby={`q-${question.code}`}>
      <p className={styles.place}>{place}</p>
      <h2 id={`q-${question.code}`}>{question.title}</h2>
      {question.hint && <p className={styles.hint}>{question.hint}</p>}
      <Stack gap={2}>
        {question.type === 'text' ? (
          <TextArea
            id={names.value}
            name={names.value}
            label={question.title}
            hideLabel
            rows={4}
            defaultValue={typed[names.value]}
            error={error}
          />
        ) : (
          <RadioGroup
            id={names.value}
            name={names.value}
            legend={question.type === 'scale' ? words.mark : words.answer}
            options={optionsOf(question)}
            inline={question.type === 'scale'}
            defaultValue={typed[names.value]}
          />
        )}
        {question.notApplicable && (
          <Checkbox
            id={names.none}
            name={names.none}
            label={words.notApplicable}
            defaultChecked={typed[names.none] === 'on'}
          />
        )}
        {question.type !== 'text' && (
          <TextArea
            id={names.reason}
            name={names.reason}
            label={words.reason}
            rows={3}
            defaultValue={typed[names.reason]}
            error={error}
          />
        )}
        {question.evidence && (
          <Field
            id={names.at}
            name={names.at}
            label={words.evidence}
            list="passages"
            autoComplete="off"
            defaultValue={typed[names.at]}
          />
        )}
      </Stack>
    </fieldset>
  )
}

function optionsOf({ type, scale = [], options = [] }: Question) {
  if (type === 'scale')
    return scale.map((title, mark) => ({ value: String(mark), label: `${mark} — ${title}` }))
  return options.map(({ code, title }) => ({ value: code, label: title }))
}
