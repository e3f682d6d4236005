import type { ReactNode } from 'react'
import { Anchor } from './anchor.tsx'
import { useMessages } from './messages.tsx'
import styles from './tabs.module.css'

export type Tab = { href: string; label: ReactNode; count?: ReactNode; current?: boolean }

/** Sides of one thing, each with its own address: links, so they work without JavaScript and can be sent. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label?: string }) {
  const { ui } = useMessages()
  return (
    <nav aria-label={label ?? ui.sections} className={styles.tabs} data-print="off">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Anchor href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  )
}
