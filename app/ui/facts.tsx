import type { ReactNode } from 'react'
import styles from './facts.module.css'

export type Fact = { term: ReactNode; value: ReactNode; lang?: string }

/** Facts of one thing, name and value; an absent value leaves its line out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const told = facts.filter(
    ({ value }) => value !== null && value !== undefined && value !== '' && value !== false,
  )
  return (
    <dl className={styles.facts}>
      {told.map(({ term, value, lang }, index) => (
        <div key={typeof term === 'string' ? term : index}>
          <dt>{term}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
