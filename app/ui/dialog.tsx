import { type ReactNode, useId, useRef } from 'react'
import { Button, type ButtonLook, LinkButton } from './button.tsx'
import styles from './dialog.module.css'
import { VisuallyHidden } from './hidden.tsx'
import { useHydrated } from './hydrated.ts'
import { Icon } from './icon.tsx'
import { useMessages } from './messages.tsx'

type DialogProps = {
  trigger: ReactNode
  title: ReactNode
  children: ReactNode
  /** The page that shows the same without JavaScript. */
  href: string
  look?: ButtonLook
  small?: boolean
}

/** A question over the page, in the browser's own dialog; before scripts run its button is a link to the same question. */
export function Dialog({ trigger, title, children, href, look, small }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const { ui } = useMessages()
  if (!useHydrated()) {
    return (
      <LinkButton href={href} look={look} small={small}>
        {trigger}
      </LinkButton>
    )
  }
  return (
    <>
      <Button
        type="button"
        look={look}
        small={small}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {trigger}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={heading}>
        <header className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <button type="button" className={styles.close} onClick={() => dialog.current?.close()}>
            <Icon name="close" />
            <VisuallyHidden>{ui.close}</VisuallyHidden>
          </button>
        </header>
        {children}
      </dialog>
    </>
  )
}
