import { type ReactNode, useId } from 'react'
import styles from './interval-plot.module.css'
import { useFormat } from './messages.tsx'

export type IntervalItem = {
  label: string
  /** from the least to the most; drawn as a line */
  from: number
  to: number
  /** drawn as a dot on it */
  value: number
  /** drawn as a ring */
  second?: number | null
  strong?: boolean
}

const ROW = 26

/**
 * Values between nought and `max`, each with its span, under each other. The numbers stand in a table beside it, so
 * readers who do not see the picture lose nothing.
 */
export function IntervalPlot({
  title,
  key_,
  items,
  max,
}: {
  title: ReactNode
  key_: { value: string; span: string; second?: string }
  items: readonly IntervalItem[]
  max: number
}) {
  const id = useId()
  const format = useFormat()
  // shares of the width, so that the picture fits any screen and its words keep their size
  const x = (value: number) => `${(100 * value) / max}%`
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => share * max)
  const grid = ticks.map((tick) => (
    <line key={tick} className={styles.grid} x1={x(tick)} x2={x(tick)} y1="0" y2={ROW} />
  ))
  return (
    <figure className={styles.plot} aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <div className={styles.frame} aria-hidden="true">
        <svg className={styles.scale} height={ROW} aria-hidden="true">
          {ticks.map((tick) => (
            <text key={tick} className={styles.tick} x={x(tick)} y="16" textAnchor="middle">
              {format.number(tick)}
            </text>
          ))}
        </svg>
        {items.map((item) => (
          <div key={item.label} className={item.strong ? styles.strong : styles.row}>
            <span className={styles.label}>{item.label}</span>
            <svg height={ROW} aria-hidden="true">
              {grid}
              <line className={styles.span} x1={x(item.from)} x2={x(item.to)} y1={ROW / 2} y2={ROW / 2} />
              <circle className={styles.value} cx={x(item.value)} cy={ROW / 2} r="5" />
              {typeof item.second === 'number' && (
                <circle className={styles.second} cx={x(item.second)} cy={ROW / 2} r="5" />
              )}
            </svg>
          </div>
        ))}
      </div>
      <p className={styles.key}>
        <span>● {key_.value}</span>
        <span>— {key_.span}</span>
        {key_.second && <span>○ {key_.second}</span>}
      </p>
    </figure>
  )
}
