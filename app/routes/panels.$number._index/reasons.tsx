import { useMessages } from '#app/ui/messages.tsx'
import styles from './panel.module.css'

export type ShownReason = { code: string; facts: Record<string, string | number> }

/** Why somebody was chosen, one reason a line; directions by their short titles. */
export function Reasons({
  reasons,
  directions,
}: {
  reasons: readonly ShownReason[]
  directions: readonly { id: string; shortTitle: string }[]
}) {
  const sentence = useReason(directions)
  const kept = reasons.filter(({ code }) => code.startsWith('within-'))
  return (
    <ul className={styles.reasons}>
      {reasons
        .filter((reason) => !kept.includes(reason))
        .map((reason) => (
          <li key={`${reason.code}${reason.facts.direction ?? ''}`}>{sentence(reason)}</li>
        ))}
      {kept.length > 0 && <li className={styles.kept}>{kept.map(sentence).join(', ')}</li>}
    </ul>
  )
}

/** A reason as a sentence. */
export function useReason(directions: readonly { id: string; shortTitle: string }[]) {
  const { reasons } = useMessages().panels
  const known: Record<string, (facts: ShownReason['facts']) => string> = reasons
  return ({ code, facts }: ShownReason) => {
    const direction = directions.find(({ id }) => id === facts.direction)?.shortTitle
    return known[code]?.(direction ? { ...facts, direction } : facts) ?? code
  }
}
