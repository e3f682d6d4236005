import type { ReactNode } from 'react'
import { Anchor } from './anchor.tsx'
import { useMessages } from './messages.tsx'
import styles from './person-name.module.css'

type PersonNameProps = {
  /** Null when the name may not be shown. */
  name: string | null
  href?: string
  /** Post, organisation, or in what capacity. */
  note?: ReactNode
}

/** A person in a line: the name, its link, what they are here. Initials stay with the surname. */
export function PersonName({ name, href, note }: PersonNameProps) {
  const { ui } = useMessages()
  const text =
    name === null ? (
      <span className={styles.concealed}>{ui.hiddenName}</span>
    ) : (
      name.replace(/ (?=\p{L}\.)|(?<=\p{L}\.) ?(?=\p{L})/gu, '\u00a0')
    )
  return (
    <span className={styles.person}>
      <span className={styles.name}>{href ? <Anchor href={href}>{text}</Anchor> : text}</span>
      {note && <span className={styles.note}>{note}</span>}
    </span>
  )
}
