import type { ReactNode } from 'react'
import styles from './file-link.module.css'
import { Icon } from './icon.tsx'
import { useFormat, useMessages } from './messages.tsx'

/** A file to download, with its kind and size told before the click. */
export function FileLink({
  href,
  kind,
  bytes,
  children,
}: {
  href: string
  kind: string
  bytes?: number
  children: ReactNode
}) {
  const size = useSize()
  return (
    <span className={styles.file}>
      <a href={href} download>
        <Icon name="download" className={styles.icon} />
        {children}
      </a>
      <span className={styles.kind}>
        {kind}
        {bytes !== undefined && `, ${size(bytes)}`}
      </span>
    </span>
  )
}

function useSize() {
  const format = useFormat()
  const { ui } = useMessages()
  return (bytes: number) => {
    const units = [ui.units.kB, ui.units.MB, ui.units.GB]
    if (bytes < 1024) return ui.bytes(bytes)
    const power = Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), units.length)
    const value = bytes / 1024 ** power
    return `${format.number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))}\u00a0${units[power - 1]}`
  }
}
