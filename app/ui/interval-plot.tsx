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

const [LEFT, WIDTH, ROW, TOP] = [96, 640, 26, 26]

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
  const height = TOP + items.length * ROW + 6
  const x = (value: number) => LEFT + ((WIDTH - LEFT - 16) * value) / max
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => share * max)
  return (
    <figure className={styles.plot} aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <div className={styles.frame}>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
          {ticks.map((tick) => (
            <g key={tick}>
              <line className={styles.grid} x1={x(tick)} x2={x(tick)} y1={TOP - 6} y2={height} />
              <text className={styles.tick} x={x(tick)} y={TOP - 12} textAnchor="middle">
                {format.number(tick)}
              </text>
            </g>
          ))}
          {items.map((item, at) => {
            const y = TOP + at * ROW + ROW / 2
            return (
              <g key={item.label} className={item.strong ? styles.strong : undefined}>
                <text className={styles.label} x={LEFT - 12} y={y + 4} textAnchor="end">
                  {item.label}
                </text>
                <line className={styles.span} x1={x(item.from)} x2={x(item.to)} y1={y} y2={y} />
                <circle className={styles.value} cx={x(item.value)} cy={y} r="5" />
                {typeof item.second === 'number' && (
                  <circle className={styles.second} cx={x(item.second)} cy={y} r="5" />
                )}
              </g>
            )
          })}
        </svg>
      </div>
      <p className={styles.key}>
        <span>● {key_.value}</span>
        <span>— {key_.span}</span>
        {key_.second && <span>○ {key_.second}</span>}
      </p>
    </figure>
  )
}
