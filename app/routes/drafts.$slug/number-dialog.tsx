import { useState } from 'react'
import { isPrintedNumber, NUMBER_LENGTH } from '#app/editor/printed-number.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { AskDialog } from './ask-dialog.tsx'

type NumberDialogProps = {
  /** the number that the paragraph has now */
  number: string | null
  /** the number as it is to be printed; null for none */
  onDone: (number: string | null) => void
  onClose: () => void
}

/** Asks for the printed number of one paragraph. It is kept as typed: nothing counts it, nothing continues it. */
export function NumberDialog({ number, onDone, onClose }: NumberDialogProps) {
  const words = useMessages().reviewEditor.itemNumber
  const [problem, setProblem] = useState<string>()

  function sent(form: FormData) {
    const typed = String(form.get('number') ?? '').trim()
    if (typed === '') onDone(null)
    else if (isPrintedNumber(typed)) onDone(typed)
    else setProblem(words.problem)
  }

  return (
    <AskDialog
      title={words.title}
      buttons={
        <>
          <Button look="main">{words.save}</Button>
          {number !== null && (
            <Button type="button" onClick={() => onDone(null)}>
              {words.clear}
            </Button>
          )}
        </>
      }
      onSent={sent}
      onClose={onClose}
    >
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
    </AskDialog>
  )
}
