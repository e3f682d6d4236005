import { useMessages } from '#app/ui/messages.tsx'
import { Time } from '#app/ui/time.tsx'
import type { FateView } from './fates.server.ts'
import styles from './proposals.module.css'

/** What has happened to a remark so far, step by step, with days. */
export function Way({ steps }: { steps: FateView['way'] }) {
  const { reviewEnding, reviewOutcome } = useMessages()
  const words = reviewOutcome.mine.way
  return (
    <ol className={styles.way} aria-label={words.title}>
      {steps.map((step) => (
        <li key={step.kind}>
          <span>
            {step.kind === 'version'
              ? words.version(step.number)
              : step.kind === 'outcome'
                ? reviewEnding.kinds[step.outcome]
                : words[step.kind]}
          </span>
          <Time value={step.kind === 'outcome' ? step.day : step.at} as="day" />
        </li>
      ))}
    </ol>
  )
}
