import { type ReactNode, useId } from 'react'
import { Share } from './bar.tsx'
import styles from './bar-chart.module.css'
import { classes } from './classes.ts'
import { Disclosure } from './disclosure.tsx'
import { useFormat, useMessages } from './messages.tsx'
import { Table } from './table.tsx'
import { type Tone, toneClass } from './tone.ts'

/** `text` stands instead of the number, e.g. where there are no data. */
export type BarChartItem = { label: string; value: number; text?: string; tone?: Tone }

type BarChartProps = {
  title: ReactNode
  /** The head of the number column in the table twin. */
  unit: string
  items: readonly BarChartItem[]
  /** The full length; the largest value unless given. */
  max?: number
  print?: (value: number) => string
}

/** Quantities side by side, each with its number; the same numbers stand below as a table for readers who do not see bars. */
export function BarChart({ title, unit, items, max, print }: BarChartProps) {
  const { ui } = useMessages()
  const format = useFormat()
  const id = useId()
  const text = print ?? format.number
  const full = max ?? Math.max(0, ...items.map((item) => item.value))
  return (
    <figure className={styles.chart} aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <div className={styles.rows} aria-hidden="true">
        {items.map((item) => (
          <div key={item.label} className={classes(styles.row, toneClass(item.tone ?? 'green'))}>
            <span className={styles.label}>{item.label}</span>
            <span className={styles.track}>
              <Share value={item.value} max={full} />
            </span>
            <span className={styles.value}>{item.text ?? text(item.value)}</span>
          </div>
        ))}
      </div>
      <Disclosure summary={ui.showTable} quiet>
        <Table
          caption={title}
          hideCaption
          rows={items}
          rowKey={(item) => item.label}
          columns={[
            { label: ui.name, cell: (item) => item.label, head: true },
            { label: unit, cell: (item) => item.text ?? text(item.value), number: true },
          ]}
        />
      </Disclosure>
    </figure>
  )
}
