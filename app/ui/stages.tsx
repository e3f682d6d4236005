import type { ReactNode } from 'react'
import { Anchor } from './anchor.tsx'
import { classes } from './classes.ts'
import { VisuallyHidden } from './hidden.tsx'
import { useMessages } from './messages.tsx'
import styles from './stages.module.css'

export type Stage = { name: string; note?: ReactNode; state: 'done' | 'current' | 'ahead'; href?: string }

/** The way of something from stage to stage: a line where there is room, a list beside a line where there is none. */
export function Stages({ stages, label }: { stages: readonly Stage[]; label: string }) {
  const { ui } = useMessages()
  return (
    <div className={styles.frame}>
      <ol className={styles.stages} aria-label={label}>
        {stages.map((stage) => (
          <li
            key={stage.name}
            className={classes(styles.stage, styles[stage.state])}
            aria-current={stage.state === 'current' ? 'step' : undefined}
          >
            <span className={styles.name}>
              {stage.href ? <Anchor href={stage.href}>{stage.name}</Anchor> : stage.name}
            </span>
            <VisuallyHidden>: {ui[stage.state]}. </VisuallyHidden>
            {stage.note && <span className={styles.note}>{stage.note}</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}
