import { Form } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import styles from './consents.module.css'

/** Whether the band counts when panels are chosen; for experts, in a region that keeps it closed. */
export function Band({ given }: { given: string | null }) {
  const words = useMessages().accounts.ownConsents
  const address = given ? '/cabinet/consents/band/withdrawal' : '/cabinet/consents/band'
  return (
    <>
      <p>{given ?? words.band.none}</p>
      <p className={styles.hint}>{words.band.text}</p>
      <Form method="post" action={address} className={styles.action}>
        <Row>
          <Button>{given ? words.band.withdraw : words.band.give}</Button>
          <Anchor href="/consents#band">{words.read}</Anchor>
        </Row>
        {given && <p className={styles.hint}>{words.band.withdrawHint}</p>}
      </Form>
    </>
  )
}
