import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import styles from './page-head.module.css'

type PageHeadProps = {
  title: ReactNode
  /** One or two sentences: what this page is for. */
  lead?: ReactNode
  /** Kind and owner, above the title. */
  eyebrow?: ReactNode
  crumbs?: readonly Crumb[]
  /** A line of tags and facts under the title. */
  meta?: ReactNode
  /** Buttons: at most one of them `main`. */
  actions?: ReactNode
  lang?: string
}

/** The head of a page: where we are, its name, what it is for, what can be done. */
export function PageHead({ title, lead, eyebrow, crumbs, meta, actions, lang }: PageHeadProps) {
  return (
    <header className={styles.head}>
      {crumbs && crumbs.length > 0 && <Breadcrumbs items={crumbs} />}
      {eyebrow && <Eyebrow>{eyebrow}</Eyebrow>}
      <h1 lang={lang}>{title}</h1>
      {lead && <div className={styles.lead}>{lead}</div>}
      {meta && <div className={styles.meta}>{meta}</div>}
      {actions && (
        <div className={styles.actions} data-print="off">
          {actions}
        </div>
      )}
    </header>
  )
}

/** A short line over a title: kind, number, owner. */
export function Eyebrow({ children }: { children: ReactNode }) {
  return <p className={styles.eyebrow}>{children}</p>
}

/** A heading of a section with something at its right: a link to all, a note. */
export function SectionHead({
  title,
  children,
  id,
}: {
  title: ReactNode
  children?: ReactNode
  id?: string
}) {
  return (
    <div className={styles.section}>
      <h2 id={id}>{title}</h2>
      {children && <div className={styles.side}>{children}</div>}
    </div>
  )
}
