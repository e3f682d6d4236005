import { useMessages } from '#app/ui/messages.tsx'
import styles from './case.module.css'
import type { CaseView } from './route.tsx'
import { Steps } from './steps.tsx'

/** What moderators did before about the words of this author. */
export function History({ view }: { view: CaseView }) {
  const words = useMessages().moderation.case
  return (
    <section>
      <h2 className={styles.label}>{words.history}</h2>
      {view.history.length === 0 ? (
        <p className={styles.quiet}>{words.historyEmpty}</p>
      ) : (
        <Steps steps={view.history} />
      )}
    </section>
  )
}
