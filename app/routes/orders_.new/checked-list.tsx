import { useEffect, useRef } from 'react'
import type { EnteredLine } from '#app/domain/experts/entering.server.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './entry.module.css'

export interface Checked {
  seal: string
  lines: EnteredLine[]
  /** a list was shown before, and the form or the registry has changed since */
  again: boolean
}

const verdicts = [
  ...(['begins', 'continues', 'amended', 'suspended', 'resumed', 'ends', 'left-out'] as const),
] as const
const tones = {
  begins: 'green',
  continues: 'neutral',
  amended: 'amber',
  suspended: 'amber',
  resumed: 'green',
  ends: 'red',
  'left-out': 'red',
} as const

/** What the order would do, to be compared with the paper. Its seal goes with the form: only this is registered. */
export function CheckedList({ checked }: { checked: Checked }) {
  const { experts } = useMessages()
  const words = experts.entry
  const section = useRef<HTMLElement>(null)
  const { seal, lines, again } = checked
  const rows = lines.map((line, at) => ({ ...line, at: at + 1 }))
  const listed = rows.filter(({ verdict }) => verdict !== 'left-out')
  const leftOut = rows.filter(({ verdict }) => verdict === 'left-out')
  const columns = useColumns()
  const counts = verdicts
    .map((verdict) => ({ verdict, n: lines.filter((line) => line.verdict === verdict).length }))
    .filter(({ n }) => n > 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list is a new place to read from
  useEffect(() => section.current?.focus(), [seal])
  return (
    <section ref={section} className={styles.checked} tabIndex={-1} aria-labelledby="checked">
      <SectionHead title={words.checked(listed.length)} id="checked">
        {counts.map(({ verdict, n }) => `${words.verdicts[verdict]}: ${n}`).join(' · ')}
      </SectionHead>
      <Stack gap={3}>
        <Notice kind={again ? 'warn' : 'info'}>{again ? words.changed : words.checkedText}</Notice>
        <Table
          caption={words.checkedCaption}
          hideCaption
          rows={listed}
          rowKey={({ at }) => at}
          columns={columns}
        />
        {leftOut.length > 0 && (
          <>
            <Notice kind="warn">{words.leftOut(leftOut.length)}</Notice>
            <Disclosure summary={words.leftOutShow} open={leftOut.length <= 20}>
              <Table
                caption={words.leftOutShow}
                hideCaption
                rows={leftOut}
                rowKey={({ at }) => at}
                columns={columns}
              />
            </Disclosure>
          </>
        )}
      </Stack>
      <input type="hidden" name="seen" value={seal} />
    </section>
  )
}

function useColumns() {
  const { experts } = useMessages()
  const format = useFormat()
  const words = experts.entry
  type Line = EnteredLine & { at: number }
  const termOf = ({ verdict, firstDay, lastDay }: Line) => {
    if (!firstDay) return ''
    if (verdict === 'ends' || verdict === 'left-out') return words.endsOn(format.dayDigits(firstDay))
    return lastDay
      ? experts.between(format.dayDigits(firstDay), format.dayDigits(lastDay))
      : `${experts.since(format.dayDigits(firstDay))}, ${words.noEnd}`
  }
  return [
    { label: experts.orders.position, number: true, cell: ({ at }: Line) => format.number(at) },
    {
      label: experts.orders.person,
      head: true,
      cell: ({ name, number, corrected }: Line) => (
        <>
          <PersonName name={name} note={experts.number(number)} />
          {corrected && <span className={styles.hint}>{words.corrected(corrected)}</span>}
        </>
      ),
    },
    { label: words.work, cell: ({ work }: Line) => work ?? words.noWork },
    { label: experts.orders.direction, cell: ({ title }: Line) => title },
    {
      label: words.verdict,
      cell: ({ verdict }: Line) => <Tag tone={tones[verdict]}>{words.verdicts[verdict]}</Tag>,
    },
    { label: experts.orders.term, cell: termOf },
  ]
}
