import { titleOf } from '#app/routes/desk_.moderation._index/case-table.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './case.module.css'
import type { CaseView } from './route.tsx'

type StepsProps = {
  steps: CaseView['history']
  /** all upon the text that the page is about: of what needs not be said */
  same?: boolean
}

/** Decisions of moderators, newest first: of what, when and why. */
export function Steps({ steps, same = false }: StepsProps) {
  const words = useMessages().moderation.case
  return (
    <ol className={styles.history}>
      {steps.map((one) => (
        <li key={one.id}>
          <strong className={same ? styles.step : undefined}>
            {!same && `${titleOf(words.titleOf, one.kind)}: `}
            {words.steps[one.step]}
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
