import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './tag.module.css'
import { type Tone, toneClass } from './tone.ts'

/** A status word. `dot` adds a coloured dot for kinds told apart at a glance; the word alone must be enough. */
export function Tag({
  tone = 'neutral',
  dot,
  children,
}: {
  tone?: Tone
  dot?: boolean
  children: ReactNode
}) {
  return <span className={classes(styles.tag, toneClass(tone), dot && styles.dot)}>{children}</span>
}

/** Tags in a line that wraps. */
export function Tags({ children }: { children: ReactNode }) {
  return <div className={styles.tags}>{children}</div>
}
