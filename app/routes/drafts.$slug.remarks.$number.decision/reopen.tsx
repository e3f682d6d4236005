import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './decision.module.css'

/** Takes the decision back; its own address, so that one form does one thing. */
export function Reopen({ slug, number }: { slug: string; number: number }) {
  const { reviewWork } = useMessages()
  const words = reviewWork.decision
  return (
    <form method="post" action={`/drafts/${slug}/remarks/${number}/reopening`} className={styles.reopen}>
      <p className={styles.hint}>{words.reopenText}</p>
      <Button look="danger" small>
        {words.reopen}
      </Button>
    </form>
  )
}
