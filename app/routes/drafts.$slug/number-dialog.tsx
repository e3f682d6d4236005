import { type FormEvent, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { isPrintedNumber, NUMBER_LENGTH } from '#app/editor/printed-number.ts'
import { Button } from '#app/ui/button.tsx'
import styles from '#app/ui/dialog.module.css'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'

type NumberDialogProps = {
  /** the number that the paragraph has now */
  number: string | null
  /** the number as it is to be printed; null for none */
  onDone: (number: string | null) => void
  onClose: () => void
}

/** Asks for the printed number of one paragraph. It is kept as typed: nothing counts it, nothing continues it. */
export function NumberDialog({ number, onDone, onClose }: NumberDialogProps) {
  const { reviewEditor, ui } = useMessages()
  const words = reviewEditor.itemNumber
  const dialog = useRef<HTMLDialogElement>(null)
  const [problem, setProblem] = useState<string>()
  useEffect(() => dialog.current?.showModal(), [])

  function sent(event: FormEvent<HTMLFormElement>) {
    // the text around is a form, too
    event.preventDefault()
    event.stopPropagation()
    const typed = String(new FormData(event.currentTarget).get('number') ?? '').trim()
    if (typed === '') onDone(null)
    else if (isPrintedNumber(typed)) onDone(typed)
    else setProblem(words.problem)
  }

  return createPortal(
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="number-title" onClose={onClose}>
      <form onSubmit={sent} noValidate>
        <Stack gap={3}>
          <h2 id="number-title">{words.title}</h2>
          <Field
            name="number"
            label={words.label}
            hint={words.hint}
            width="short"
            maxLength={NUMBER_LENGTH}
            defaultValue={number ?? ''}
            error={problem}
            autoComplete="off"
          />
          <Row>
            <Button look="main">{words.save}</Button>
            {number !== null && (
              <Button type="button" onClick={() => onDone(null)}>
                {words.clear}
              </Button>
            )}
            <Button type="button" onClick={() => dialog.current?.close()}>
              {ui.cancel}
            </Button>
          </Row>
        </Stack>
      </form>
    </dialog>,
    document.body,
  )
}
