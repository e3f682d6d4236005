import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './answers.module.css'
import type { ReadyAnswers } from './route.tsx'

const LINKS = 6

/** Ready answers with the answers that began with each. */
export function ReadyList({ slug, answers }: { slug: string; answers: ReadyAnswers['answers'] }) {
  const words = useMessages().revising.readyAnswers
  return (
    <ul className={styles.list}>
      {answers.map(({ id, text, used }) => (
        <li key={id}>
          <p className={styles.text}>{text}</p>
          <div className={styles.foot}>
            <span>{used.length > 0 ? words.used(used.length) : words.unused}</span>
            {used.slice(0, LINKS).map((answer) => (
              <Anchor
                key={`${answer.slug}-${answer.number}`}
                href={`/drafts/${answer.slug}/remarks/${answer.number}`}
                title={answer.title}
              >
                №&nbsp;{answer.number}
              </Anchor>
            ))}
            <form method="post" action={`/drafts/${slug}/answers/${id}`}>
              <Button small look="quiet">
                {words.retire}
                <VisuallyHidden>: {text.slice(0, 80)}</VisuallyHidden>
              </Button>
            </form>
          </div>
        </li>
      ))}
    </ul>
  )
}
