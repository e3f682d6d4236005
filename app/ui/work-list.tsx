import type { ReactNode } from 'react'
import { Anchor } from './anchor.tsx'
import styles from './work-list.module.css'

/** Works one under another, each a WorkRow. */
export function WorkList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>
}

type WorkRowProps = {
  href: string
  title: string
  lang?: string
  /** a line above the title */
  over?: ReactNode
  /** how far it has come, at the right edge */
  state: ReactNode
  /** a line under the title */
  children?: ReactNode
}

/** One work: its name leads to it, what it is about stands around, its state beside. */
export function WorkRow({ href, title, lang, over, state, children }: WorkRowProps) {
  return (
    <li className={styles.row}>
      <div>
        {over && <p>{over}</p>}
        <h2 className={styles.title} lang={lang}>
          <Anchor href={href}>{title}</Anchor>
        </h2>
        {children && <p>{children}</p>}
      </div>
      <div>{state}</div>
    </li>
  )
}
