import { titleOf } from '#app/routes/desk_.moderation._index/case-table.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './case.module.css'
import type { CaseView } from './route.tsx'

/** Decisions of moderators, newest first: of what, when and why. */
export function Steps({ steps }: { steps: CaseView['history'] }) {
  const words = useMessages().moderation.case
  return (
    <ol className={styles.history}>
      {steps.map((one) => (
        <li key={one.id}>
          <strong>
            {titleOf(words.titleOf, one.kind)}: {words.steps[one.step]}
          </strong>
          <span className={styles.quiet}>
            <Time value={one.at} as="date" />
            {one.reason && ` · ${one.reason}`}
            {one.words && ` · ${one.words}`}
          </span>
        </li>
      ))}
    </ol>
  )
}
