import { fieldsOf, type Typed } from '#app/domain/questionnaires/fields.ts'
import { otherOption, type Question } from '#app/domain/questionnaires/forms.ts'
import { Checkbox, Fieldset, RadioGroup } from '#app/ui/choice.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { FileField } from './file-field.tsx'
import styles from './questionnaire.module.css'

export type QuestionProps = {
  question: Question
  typed: Typed
  files: Record<string, string>
  hidden?: boolean
  error?: string[]
}

/** One question with the field of its type; a section is a heading over those that follow. */
export function QuestionField(props: QuestionProps) {
  const { question, hidden } = props
  if (question.type === 'section') {
    return (
      <div className={styles.section} hidden={hidden} lang="ru">
        <h2>{question.title}</h2>
        {question.hint && <p className={styles.hint}>{question.hint}</p>}
      </div>
    )
  }
  return (
    <div className={styles.question} hidden={hidden} lang="ru">
      <Control {...props} />
    </div>
  )
}

function Control({ question, typed, files, error }: QuestionProps) {
  const { page: words } = useMessages().questionnaires
  const names = fieldsOf(question.code)
  const id = `q-${question.code}`
  const value = typed[names.value] ?? ''
  const common = { id, error, required: question.required }
  switch (question.type) {
    case 'one':
    case 'scale':
      return (
        <Stack gap={2}>
          <RadioGroup
            {...common}
            name={names.value}
            legend={question.title}
            hint={question.hint}
            options={optionsOf(question, words.otherOption)}
            defaultValue={value}
          />
          {question.other && <Other question={question} typed={typed} />}
        </Stack>
      )
    case 'many':
      return <Many question={question} typed={typed} files={files} error={error} />
    case 'matrix':
      return (
        <Fieldset {...common} legend={question.title} hint={question.hint}>
          <Stack gap={2}>
            {(question.rows ?? []).map(({ code, title }) => (
              <RadioGroup
                key={code}
                id={`${id}-${code}`}
                name={names.row(code)}
                legend={title}
                inline
                options={(question.columns ?? []).map((one) => ({ value: one.code, label: one.title }))}
                defaultValue={typed[names.row(code)]}
              />
            ))}
          </Stack>
        </Fieldset>
      )
    case 'file':
      return <FileField {...common} question={question} value={value} name={files[value]} />
    case 'number':
      return (
        <Field
          {...common}
          name={names.value}
          label={[question.title, question.unit].filter(Boolean).join(', ')}
          hint={[question.hint, limitsOf(question, words)].filter(Boolean).join(' ')}
          inputMode="decimal"
          autoComplete="off"
          width="short"
          defaultValue={value}
        />
      )
    default: {
      const text = { ...common, name: names.value, label: question.title, hint: question.hint }
      const length = { maxLength: question.characters ?? 3000, defaultValue: value }
      return question.line ? <Field {...text} {...length} /> : <TextArea {...text} {...length} rows={4} />
    }
  }
}

function Many({ question, typed, error }: QuestionProps) {
  const { page: words } = useMessages().questionnaires
  const names = fieldsOf(question.code)
  const chosen = new Set((typed[names.value] ?? '').split(','))
  const hint = [question.hint, question.most && words.most(question.most)].filter(Boolean).join(' ')
  return (
    <Fieldset
      id={`q-${question.code}`}
      legend={question.title}
      hint={hint}
      error={error}
      required={question.required}
    >
      <Stack gap={1}>
        {optionsOf(question, words.otherOption).map((option) => (
          <Checkbox
            key={option.value}
            id={`q-${question.code}-${option.value}`}
            name={names.value}
            value={option.value}
            label={option.label}
            defaultChecked={chosen.has(option.value)}
          />
        ))}
        {question.other && <Other question={question} typed={typed} />}
      </Stack>
    </Fieldset>
  )
}

function Other({ question, typed }: Pick<QuestionProps, 'question' | 'typed'>) {
  const { page: words } = useMessages().questionnaires
  const { other } = fieldsOf(question.code)
  return <Field id={other} name={other} label={words.own} maxLength={500} defaultValue={typed[other]} />
}

function optionsOf({ type, scale = [], options = [], other }: Question, otherTitle: string) {
  if (type === 'scale') return scale.map((title, mark) => ({ value: String(mark), label: title }))
  const offered = options.map(({ code, title }) => ({ value: code, label: title }))
  return other ? [...offered, { value: otherOption, label: otherTitle }] : offered
}

function limitsOf(
  { least = '', highest = '' }: Question,
  words: { limits: (least: string, highest: string) => string },
) {
  return least || highest ? words.limits(least.replace('.', ','), highest.replace('.', ',')) : ''
}
