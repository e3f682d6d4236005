import type { CardStatus } from '#app/domain/experts/card.server.ts'
import { lastDay } from '#app/domain/experts/registry.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import styles from './cabinet-main.module.css'

const SOON = 90
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** In which directions the person is an expert, until when and by which order. */
export function Statuses({
  statuses,
  number,
  today,
}: {
  statuses: readonly CardStatus[]
  number: number
  today: string
}) {
  const { accounts, experts } = useMessages()
  const format = useFormat()
  const words = accounts.cabinet.statuses
  if (statuses.length === 0) return null
  const term = ({ state, from, to }: CardStatus) => {
    if (state === 'ahead') return words.ahead(format.day(from))
    if (state === 'past') return words.past
    if (to === null) return experts.openEnd
    const left = daysBetween(today, lastDay(to))
    const until = words.until(format.day(lastDay(to)))
    return left <= SOON ? `${until}, ${words.left(left)}` : until
  }
  return (
    <section aria-labelledby="statuses" className={styles.side}>
      <h2 id="statuses">{words.title}</h2>
      <ul>
        {statuses.map((status) => (
          <li key={`${status.direction} ${status.tier} ${status.from}`}>
            <span lang="ru">{status.title}</span>
            <small>
              {term(status)},{' '}
              <Anchor href={`/orders/${status.order.slug}`}>
                {words.order(status.order.number, format.dayDigits(status.order.day))}
              </Anchor>
            </small>
          </li>
        ))}
      </ul>
      <Anchor href={`/experts/${number}`}>{words.card}</Anchor>
    </section>
  )
}
