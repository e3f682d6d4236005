import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '#app/ui/button.tsx'
import styles from '#app/ui/dialog.module.css'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'

/** A picture is a file of its draft, and this text has no draft yet: how it gets one. */
export function PictureLater({ onClose }: { onClose: () => void }) {
  const words = useMessages().reviewEditor.picture
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return createPortal(
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="picture-later" onClose={onClose}>
      <Stack gap={3}>
        <h2 id="picture-later">{words.title}</h2>
        <p>{words.later}</p>
        <Row>
          <Button type="button" look="main" onClick={() => dialog.current?.close()}>
            {words.laterDone}
          </Button>
        </Row>
      </Stack>
    </dialog>,
    document.body,
  )
}
