import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '#app/ui/button.tsx'
import styles from '#app/ui/dialog.module.css'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'

type AskDialogProps = {
  title: string
  /** what sends the fields, and what else may be done with them */
  buttons: ReactNode
  onSent: (form: FormData) => void
  onClose: () => void
  children: ReactNode
}

/** Asks for what one step of writing needs, over the text; it stands open as soon as it is there. */
export function AskDialog({ title, buttons, onSent, onClose, children }: AskDialogProps) {
  const { ui } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => dialog.current?.showModal(), [])

  function sent(event: FormEvent<HTMLFormElement>) {
    // the text around is a form, too
    event.preventDefault()
    event.stopPropagation()
    onSent(new FormData(event.currentTarget))
  }

  return createPortal(
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={heading} onClose={onClose}>
      <form onSubmit={sent} noValidate>
        <Stack gap={3}>
          <h2 id={heading}>{title}</h2>
          {children}
          <Row>
            {buttons}
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
