import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { VisuallyHidden } from './hidden.tsx'
import { Icon } from './icon.tsx'
import { useMessages } from './messages.tsx'
import styles from './notice.module.css'
import { type Tone, toneClass } from './tone.ts'

export type NoticeKind = 'info' | 'success' | 'warn' | 'error'

const tones: Record<NoticeKind, Tone> = { info: 'blue', success: 'green', warn: 'amber', error: 'red' }
const icons = { info: 'info', success: 'check', warn: 'warn', error: 'error' } as const

type NoticeProps = { kind?: NoticeKind; title?: ReactNode; children?: ReactNode; action?: ReactNode }

/** A message in the flow of the page: what happened or what to know, and what to do next. */
export function Notice({ kind = 'info', title, children, action }: NoticeProps) {
  const { ui } = useMessages()
  return (
    <div className={classes(styles.notice, toneClass(tones[kind]))}>
      <Icon name={icons[kind]} className={styles.icon} />
      <div className={styles.body}>
        <VisuallyHidden>{ui.notices[kind]}: </VisuallyHidden>
        {title && <strong className={styles.title}>{title}</strong>}
        {children}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
