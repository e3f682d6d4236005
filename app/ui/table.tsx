import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './table.module.css'

export type Column<Row> = {
  /** The head of the column, and the label of the value when rows fold on a narrow screen. */
  label: string
  cell: (row: Row) => ReactNode
  /** Numbers stand at the right edge. */
  number?: boolean
  /** The column that names the row. */
  head?: boolean
  /** The place in the list: where rows fold, their order says it. */
  place?: boolean
  /** The label is for screen readers only, as over a column of buttons. */
  hideLabel?: boolean
  /** Buttons of the row: they stand at the right edge, under each other. */
  acts?: boolean
}

type TableProps<Row> = {
  caption: ReactNode
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  hideCaption?: boolean
}

/** A table; where its place is narrower than 40 rem each row becomes a block of labelled values. */
export function Table<Row>({ caption, columns, rows, rowKey, hideCaption }: TableProps<Row>) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={classes(hideCaption && styles.hidden)}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={classes(column.number && styles.number)}>
                <span className={classes(column.hideLabel && styles.hidden)}>{column.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.label} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const value = column.cell(row)
  if (column.head) {
    return (
      <th scope="row" className={styles.head}>
        {value}
      </th>
    )
  }
  const blank = value === null || value === undefined || value === ''
  return (
    <td
      data-label={column.hideLabel ? undefined : column.label}
      className={classes(
        column.number && styles.number,
        column.place && styles.place,
        column.acts && styles.acts,
        blank && styles.blank,
      )}
    >
      <div>{value}</div>
    </td>
  )
}
