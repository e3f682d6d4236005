import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './disclosure.module.css'

type DisclosureProps = {
  summary: ReactNode
  children: ReactNode
  open?: boolean
  /** Small and without lines, for an aside of a text. */
  quiet?: boolean
  id?: string
}

/** Something that unfolds in place, with or without JavaScript. */
export function Disclosure({ summary, children, open, quiet, id }: DisclosureProps) {
  return (
    <details className={classes(styles.disclosure, quiet && styles.quiet)} open={open} id={id}>
      <summary>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  )
}
