import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import styles from './cabinet.module.css'

/** Why some things do not work yet, and the way out. */
export function Unconfirmed() {
  const words = useMessages().accounts.cabinet.unconfirmed
  const again = (
    <Form method="post" action="/cabinet/confirmation">
      <Button small>{words.submit}</Button>
    </Form>
  )
  return (
    <div className={styles.notice}>
      <Notice kind="warn" title={words.title} action={again}>
        {words.text}
      </Notice>
    </div>
  )
}
