import { Anchor } from '#app/ui/anchor.tsx'
import styles from './import.module.css'
import type { ShownRow } from './view.server.ts'

/** Why the row is what it is, and the records it may be. */
export function Understood({ row: { reasons, matches } }: { row: ShownRow }) {
  return (
    <>
      {reasons.length > 0 && <p className={styles.reasons}>{reasons.join('; ')}</p>}
      {matches.map(({ id, name, href, reasons: why }) => (
        <p key={id} className={styles.reasons}>
          <Anchor href={href}>{name}</Anchor>
          {why.length > 0 && `: ${why.join(', ')}`}
        </p>
      ))}
    </>
  )
}
