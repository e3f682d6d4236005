import type { OrderItem } from '#app/domain/experts/orders.server.ts'
import styles from '#app/routes/orders/orders.module.css'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { Table } from '#app/ui/table.tsx'

/** The list of an order as printed: person, direction, term; a name only while there is ground for it. */
export function Items({ items }: { items: readonly (OrderItem & { last: string | null })[] }) {
  const { experts } = useMessages()
  const format = useFormat()
  const words = experts.orders
  const term = ({ act, from, last, endsOn }: (typeof items)[number]) => {
    if (act === 'end') return endsOn ? words.endsOn(format.dayDigits(endsOn)) : words.ends
    if (act === 'resume') return words.resumes(endsOn && format.dayDigits(endsOn))
    if (!from) return words.nameAmended
    const days = last
      ? experts.between(format.dayDigits(from), format.dayDigits(last))
      : experts.since(format.dayDigits(from))
    if (act === 'suspend') return words.suspended(days)
    return act === 'amend' ? words.termAmended(days) : days
  }
  return (
    <>
      <p className={styles.note}>{words.listNote}</p>
      <Table
        caption={words.list}
        hideCaption
        rows={items}
        rowKey={({ position }) => position}
        columns={[
          {
            label: words.position,
            number: true,
            place: true,
            cell: ({ position }) => format.number(position),
          },
          {
            label: words.person,
            head: true,
            cell: ({ name, number, amended }) => (
              <>
                <PersonName name={name} href={`/experts/${number}`} note={experts.number(number)} />
                {amended && <span className={styles.note}>{words.readsNow(amended)}</span>}
              </>
            ),
          },
          {
            label: words.direction,
            cell: ({ direction, title }) => <Anchor href={`/directions/${direction}`}>{title}</Anchor>,
          },
          { label: words.term, cell: term },
        ]}
      />
    </>
  )
}
