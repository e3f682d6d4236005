import type { HTMLAttributes, ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './document-text.module.css'
import { type Tone, toneClass } from './tone.ts'

/** The text of a document: serif, with the numbers of its parts in the left margin. */
export function DocumentText({ children, className, ...rest }: HTMLAttributes<HTMLElement>) {
  return (
    <article className={classes(styles.text, className)} {...rest}>
      {children}
    </article>
  )
}

type ClauseProps = HTMLAttributes<HTMLElement> & {
  /** «абз. 2», «п. 14» */
  number?: ReactNode
  as?: 'p' | 'div' | 'li' | 'h2' | 'h3' | 'h4'
  /** What stands at the right edge: a button to comment. */
  action?: ReactNode
}

/** One part of a document with an address of its own (`id`). */
export function Clause({ number, as: Element = 'p', action, children, className, ...rest }: ClauseProps) {
  return (
    <div className={styles.clause}>
      {number && <span className={styles.number}>{number}</span>}
      <Element className={className} {...rest}>
        {children}
      </Element>
      {action && (
        <span className={styles.action} data-print="off">
          {action}
        </span>
      )}
    </div>
  )
}

/** Words of the text that something points at; the colour tells its kind, the thing itself says it in words. */
export function Highlight({
  tone = 'green',
  children,
  ...rest
}: { tone?: Tone } & HTMLAttributes<HTMLElement>) {
  return (
    <mark {...rest} className={classes(styles.highlight, toneClass(tone))}>
      {children}
    </mark>
  )
}
