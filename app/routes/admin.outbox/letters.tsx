import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './letters.module.css'

type Letter = {
  id: string
  address: string
  subject: string
  body: string
  createdAt: Date
  sentAt: Date | null
  problem: string | null
}

/** Letters, newest first, each unfolding to its text. */
export function Letters({
  letters,
  reason,
  next,
}: {
  letters: readonly Letter[]
  reason: string
  next: string | null
}) {
  const words = useMessages().admin.outbox
  if (letters.length === 0) return <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
  return (
    <section className={styles.letters} aria-label={words.title}>
      {letters.map((letter) => (
        <details key={letter.id}>
          <summary>
            <span className={styles.subject}>{letter.subject}</span>
            <span className={styles.facts}>
              {letter.address} · <Time value={letter.createdAt} as="date" /> <State {...letter} />
            </span>
          </summary>
          <p className={styles.body}>{linked(letter.body)}</p>
        </details>
      ))}
      {next && (
        <Form method="post">
          <input type="hidden" name="reason" value={reason} />
          <Button small name="before" value={next}>
            {words.older}
          </Button>
        </Form>
      )}
    </section>
  )
}

function State({ sentAt, problem }: Pick<Letter, 'sentAt' | 'problem'>) {
  const { states } = useMessages().admin.outbox
  if (sentAt) return <Tag tone="green">{states.sent}</Tag>
  return problem ? <Tag tone="red">{states.failed}</Tag> : <Tag>{states.waiting}</Tag>
}

/** The text with its addresses as links: without a mail server this is where they are followed. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, at) =>
    at % 2 === 1 ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
