import { type ReactNode, useState } from 'react'
import { VisuallyHidden } from './hidden.tsx'
import { useHydrated } from './hydrated.ts'
import { Icon } from './icon.tsx'
import { useMessages } from './messages.tsx'
import { Notice, type NoticeKind } from './notice.tsx'
import styles from './toast.module.css'

export type ToastMessage = {
  kind: NoticeKind
  text: ReactNode /** Changes with every message, so that the same words show again. */
  id: string
}

/** The place where the result of the last action is told and read aloud. It stays until dismissed or the next page. */
export function Toast({ message }: { message?: ToastMessage | null }) {
  const [dismissed, setDismissed] = useState<string>()
  const { ui } = useMessages()
  const hydrated = useHydrated()
  const shown = message && message.id !== dismissed ? message : null
  const dismiss = shown && hydrated && (
    <button type="button" className={styles.dismiss} onClick={() => setDismissed(shown.id)}>
      <Icon name="close" />
      <VisuallyHidden>{ui.dismiss}</VisuallyHidden>
    </button>
  )
  return (
    <div role="status" className={styles.place} data-print="off">
      {shown && (
        <div className={styles.toast}>
          <Notice kind={shown.kind} action={dismiss}>
            {shown.text}
          </Notice>
        </div>
      )}
    </div>
  )
}
