/**
 * Places of a page: its width and its columns. Columns fold by the width of the page in the
 * reader's own letter size, so that 200 % letters fold them as a phone does.
 */
import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import { useMessages } from './messages.tsx'
import styles from './page.module.css'

type PageProps = {
  children: ReactNode
  /** `wide` for lists and desks, `text` for one column of reading, `form` for a short form. */
  width?: 'wide' | 'text' | 'form'
  className?: string
}

/** The content of a page, inside the site's `<main>`. */
export function Page({ children, width = 'wide', className }: PageProps) {
  return <div className={classes(styles.page, styles[width], className)}>{children}</div>
}

type FindingProps = {
  filters: ReactNode
  children: ReactNode
  /** How many filters are set: told while they are folded. */
  chosen?: number
}

/** A list page: filters at the left, results at the right. On a phone the filters fold behind a box to tick. */
export function Finding({ filters, children, chosen = 0 }: FindingProps) {
  const { ui } = useMessages()
  const id = useId()
  return (
    <div className={styles.finding}>
      <div data-print="off">
        <input type="checkbox" id={id} className={styles.toggle} />
        <label htmlFor={id} className={styles.toggleLabel}>
          {ui.filters(chosen)}
        </label>
        <div className={styles.filters}>{filters}</div>
      </div>
      <div className={styles.cell}>{children}</div>
    </div>
  )
}

/** A reading page: contents, text, and what is said about it. The contents leave first, the side goes below last. */
export function Reading({
  contents,
  children,
  side,
}: {
  contents?: ReactNode
  children: ReactNode
  side?: ReactNode
}) {
  return (
    <div className={classes(styles.reading, !contents && styles.noContents, !side && styles.noSide)}>
      {contents && <div className={styles.contents}>{contents}</div>}
      <div className={styles.cell}>{children}</div>
      {side && <div className={styles.cell}>{side}</div>}
    </div>
  )
}

/** Two columns, the first wider; in one column `side` stands before `rest`. */
export function Split({ children, side, rest }: { children: ReactNode; side: ReactNode; rest?: ReactNode }) {
  return (
    <div className={classes(styles.split, Boolean(rest) && styles.long)}>
      <div className={styles.cell}>{children}</div>
      <div className={rest ? `${styles.cell} ${styles.beside}` : styles.cell}>{side}</div>
      {rest && <div className={styles.cell}>{rest}</div>}
    </div>
  )
}

/** Blocks one under another at an even distance; `gap` counts in steps of 8 px. */
export function Stack({
  children,
  gap = 3,
  className,
}: {
  children: ReactNode
  gap?: 1 | 2 | 3 | 4 | 6 | 8
  className?: string
}) {
  return <div className={classes(styles.stack, styles[`gap${gap}`], className)}>{children}</div>
}

/** Things in a line that wraps. */
export function Row({ children, between }: { children: ReactNode; between?: boolean }) {
  return <div className={classes(styles.row, between && styles.between)}>{children}</div>
}

/** A raised sheet for one self-contained thing; never a sheet in a sheet. */
export function Sheet({ children }: { children: ReactNode }) {
  return <section className={styles.sheet}>{children}</section>
}
