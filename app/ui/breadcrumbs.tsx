import type { ReactNode } from 'react'
import { Anchor } from './anchor.tsx'
import styles from './breadcrumbs.module.css'
import { useMessages } from './messages.tsx'

export type Crumb = { href: string; label: ReactNode }

/** The way up from this page; the page itself is its heading and is not repeated. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const { ui } = useMessages()
  return (
    <nav aria-label={ui.breadcrumbs} className={styles.crumbs} data-print="off">
      <ol>
        {items.map((item) => (
          <li key={item.href}>
            <Anchor href={item.href}>{item.label}</Anchor>
          </li>
        ))}
      </ol>
    </nav>
  )
}
