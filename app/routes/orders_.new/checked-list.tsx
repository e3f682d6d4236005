import { useEffect, useRef } from 'react'
import type { EnteredLine } from '#app/domain/experts/entering.server.ts'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { Table } from '#app/ui/table.tsx'
import styles from './entry.module.css'

export interface Checked {
  seal: string
  lines: EnteredLine[]
  /** the day of the order, on which what it ends is over */
  day: string
  /** a list was shown before, and the form has changed since */
  again: boolean
}

/** Whom the list means, to be compared with the paper. Its seal goes with the form: only this list is registered. */
export function CheckedList({ checked }: { checked: Checked }) {
  const { experts } = useMessages()
  const words = experts.entry
  const section = useRef<HTMLElement>(null)
  const { seal, lines, day, again } = checked
  const rows = lines.map((line, at) => ({ ...line, at: at + 1 }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list is a new place to read from
  useEffect(() => section.current?.focus(), [seal])
  return (
    <section ref={section} className={styles.checked} tabIndex={-1} aria-labelledby="checked">
      <SectionHead title={words.checked(lines.length)} id="checked" />
      <Notice kind={again ? 'warn' : 'info'}>{again ? words.changed : words.checkedText}</Notice>
      <Table
        caption={words.checkedCaption}
        hideCaption
        rows={rows}
        rowKey={({ at }) => at}
        columns={useColumns(day)}
      />
      <input type="hidden" name="seen" value={seal} />
    </section>
  )
}

function useColumns(day: string) {
  const { experts } = useMessages()
  const format = useFormat()
  const words = experts.entry
  type Line = EnteredLine & { at: number }
  const termOf = ({ act, firstDay, lastDay }: Line) => {
    if (act === 'end' || !firstDay) return words.endsOn(format.dayDigits(day))
    return lastDay
      ? experts.between(format.dayDigits(firstDay), format.dayDigits(lastDay))
      : `${experts.since(format.dayDigits(firstDay))}, ${words.noEnd}`
  }
  return [
    { label: experts.orders.position, number: true, cell: ({ at }: Line) => format.number(at) },
    {
      label: experts.orders.person,
      head: true,
      cell: ({ name, number }: Line) => <PersonName name={name} note={experts.number(number)} />,
    },
    { label: words.work, cell: ({ work }: Line) => work ?? words.noWork },
    { label: experts.orders.direction, cell: ({ title }: Line) => title },
    { label: experts.orders.term, cell: termOf },
  ]
}
