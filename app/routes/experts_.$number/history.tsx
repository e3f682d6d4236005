import { useLoaderData } from '@remix-run/react'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './card.module.css'
import type { ExpertView, expertPage } from './view.server.ts'

const VISIBLE = 6

/** What the expert took part in, newest first; the tail unfolds. */
export function History() {
  const { engagements } = useLoaderData<typeof expertPage>()
  const { experts } = useMessages()
  const tail = engagements.slice(VISIBLE)
  return (
    <section>
      <SectionHead title={experts.card.history} />
      {engagements.length === 0 && <p>{experts.card.noHistory}</p>}
      <Engagements engagements={engagements.slice(0, VISIBLE)} />
      {tail.length > 0 && (
        <Disclosure summary={experts.card.showAll(tail.length)} quiet>
          <Engagements engagements={tail} />
        </Disclosure>
      )}
    </section>
  )
}

function Engagements({ engagements }: { engagements: ExpertView['engagements'] }) {
  const { experts } = useMessages()
  const format = useFormat()
  const { card } = experts
  return (
    <ul className={styles.history}>
      {engagements.map(({ title, role, from, last, outcome }) => (
        <li key={`${title} ${from} ${role}`}>
          <span>{title}</span>
          <span className={styles.when}>
            {[
              card.roles[role] ?? role,
              last ? format.days(from, last, true) : experts.since(format.day(from)),
            ].join(', ')}
            {outcome !== 'finished' && `, ${card[outcome]}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
