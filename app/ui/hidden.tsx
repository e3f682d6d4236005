import type { ReactNode } from 'react'
import styles from './hidden.module.css'

/** Words for screen readers where the picture says enough to the eye. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>
}

/** The first stop of the Tab key: jumps over the header to the content. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a className={styles.skip} href={`#${to}`} data-print="off">
      {children}
    </a>
  )
}
