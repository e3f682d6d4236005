import type { ReactNode } from 'react'
import { LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { useMessages } from './messages.tsx'
import styles from './pagination.module.css'

/** Links to the neighbouring pages of a keyset list; a missing address means there is nothing there. */
export function Pagination({
  previous,
  next,
  children,
}: {
  previous?: string | null
  next?: string | null
  children?: ReactNode
}) {
  const { ui } = useMessages()
  if (!previous && !next && !children) return null
  return (
    <nav aria-label={ui.pages} className={styles.pages} data-print="off">
      {previous && (
        <LinkButton href={previous} rel="prev" small>
          <Icon name="previous" /> {ui.previous}
        </LinkButton>
      )}
      {children && <span className={styles.note}>{children}</span>}
      {next && (
        <LinkButton href={next} rel="next" small>
          {ui.next} <Icon name="next" />
        </LinkButton>
      )}
    </nav>
  )
}
