import { type MouseEvent, type ReactNode, useState } from 'react'
import styles from './copy-link.module.css'
import { Icon } from './icon.tsx'
import { useMessages } from './messages.tsx'

/** A link to a place; with JavaScript a click also puts its full address on the clipboard and says so. */
export function CopyLink({ href, children }: { href: string; children?: ReactNode }) {
  const { ui } = useMessages()
  const [copied, setCopied] = useState(false)
  async function copy(event: MouseEvent<HTMLAnchorElement>) {
    if (!navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    await navigator.clipboard.writeText(new URL(href, location.href).href)
    setCopied(true)
  }
  return (
    <span className={styles.copy}>
      <a href={href} onClick={copy}>
        <Icon name="link" className={styles.icon} />
        {children ?? ui.copyLink}
      </a>
      <span role="status">{copied ? ui.copied : ''}</span>
    </span>
  )
}
