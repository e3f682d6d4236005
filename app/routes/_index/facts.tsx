import { useFormat, useMessages } from '#app/ui/messages.tsx'
import styles from './home.module.css'
import type { HomeView } from './home.server.ts'

/** A few true numbers; what is zero is not boasted of. */
export function Facts({ figures }: { figures: HomeView['figures'] }) {
  const { home } = useMessages().reviewOutcome
  const format = useFormat()
  const facts = (['experts', 'open', 'accepted', 'answered'] as const).filter((key) => figures[key] > 0)
  return (
    <dl className={styles.facts}>
      {facts.map((key) => {
        const number = format.number(figures[key])
        const words = home.facts[key](figures[key])
        return (
          <div key={key}>
            <dt>{words.replace(/^[\d\s\u00a0,]+/, '')}</dt>
            <dd>{number}</dd>
          </div>
        )
      })}
    </dl>
  )
}
