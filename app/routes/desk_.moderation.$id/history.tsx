import { titleOf } from '#app/routes/desk_.moderation._index/case-table.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './case.module.css'
import type { CaseView } from './route.tsx'

/** What moderators did before about the words of this author. */
export function History({ view }: { view: CaseView }) {
  const words = useMessages().moderation.case
  return (
    <section>
      <h2 className={styles.label}>{words.history}</h2>
      {view.history.length === 0 ? (
        <p className={styles.quiet}>{words.historyEmpty}</p>
      ) : (
        <ol className={styles.history}>
          {view.history.map((one) => (
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
      )}
    </section>
  )
}
