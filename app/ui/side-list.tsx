import { Anchor } from './anchor.tsx'
import styles from './side-list.module.css'

export type SideLink = { href: string; label: string; current?: boolean; lang?: string }

/** Links at the left of a reading page: its sections, or its neighbours. */
export function SideList({ title, links }: { title: string; links: readonly SideLink[] }) {
  return (
    <nav aria-label={title} className={styles.side} data-print="off">
      <p className={styles.title}>{title}</p>
      <ul>
        {links.map(({ href, label, current, lang }) => (
          <li key={href}>
            <Anchor href={href} lang={lang} aria-current={current ? 'page' : undefined}>
              {label}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  )
}
