import { VisuallyHidden } from './hidden.tsx'
import { useMessages } from './messages.tsx'
import styles from './progress.module.css'

/** How far a long work has come; without `value` it only says that the work goes on. */
export function Progress({ label, value, max = 100 }: { label: string; value?: number; max?: number }) {
  return (
    <label className={styles.progress}>
      <span>{label}</span>
      <progress value={value} max={max} />
    </label>
  )
}

/** The place of text that is on its way. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { ui } = useMessages()
  return (
    <div className={styles.skeleton} aria-busy="true">
      <VisuallyHidden>{ui.loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((line) => (
        <span key={line} aria-hidden="true" />
      ))}
    </div>
  )
}
