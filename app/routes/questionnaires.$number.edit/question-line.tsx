import { Form } from '@remix-run/react'
import type { Question } from '#app/domain/questionnaires/forms.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { classes } from '#app/ui/classes.ts'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './edit.module.css'

type Props = {
  question: Question
  address: string
  first: boolean
  last: boolean
  faults: readonly { text: string }[]
}

/** A question in the list of its form: its words lead to it, buttons move it or take it out. */
export function QuestionLine({ question, address, first, last, faults }: Props) {
  const words = useMessages().questionnaires.compose
  const own = `${address}/questions/${question.code}`
  const marks = [
    words.types[question.type],
    question.required && words.required,
    (question.when ?? []).length > 0 && words.conditional,
  ]
  const act = (path: string, sign: string, label: string, way?: string, off?: boolean) => (
    <Form method="post" action={`${own}/${path}`} preventScrollReset>
      {way && <input type="hidden" name="way" value={way} />}
      <Button small disabled={off}>
        <span aria-hidden="true">{sign}</span>
        <VisuallyHidden>{label}</VisuallyHidden>
      </Button>
    </Form>
  )
  return (
    <li className={classes(styles.line, question.type === 'section' && styles.heading)}>
      <div>
        <Anchor href={own} lang="ru">
          {question.title}
        </Anchor>
        <p className={styles.hint}>{marks.filter(Boolean).join(' · ')}</p>
        {faults.map(({ text }) => (
          <p key={text} className={styles.fault}>
            {text}
          </p>
        ))}
      </div>
      <div className={styles.acts}>
        {act('move', '↑', words.up(question.title), 'up', first)}
        {act('move', '↓', words.down(question.title), 'down', last)}
        {act('removal', '×', words.remove(question.title))}
      </div>
    </li>
  )
}
