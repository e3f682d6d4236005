import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './card.module.css'
import type { expertPage, Work } from './view.server.ts'

const VISIBLE = 6

/** What the expert took part in, by kind and newest first; the tail unfolds. */
export function History() {
  const { groups } = useLoaderData<typeof expertPage>()
  const { card } = useMessages().experts
  if (groups.length === 0) {
    return (
      <section>
        <SectionHead title={card.history} />
        <p>{card.noHistory}</p>
      </section>
    )
  }
  return groups.map(({ kind, works }) => (
    <section key={kind}>
      <SectionHead title={card.kinds[kind] ?? card.otherKind} />
      <Works works={works.slice(0, VISIBLE)} />
      {works.length > VISIBLE && (
        <Disclosure summary={card.showAll(works.length - VISIBLE)} quiet>
          <Works works={works.slice(VISIBLE)} />
        </Disclosure>
      )}
    </section>
  ))
}

function Works({ works }: { works: readonly Work[] }) {
  const { experts } = useMessages()
  const format = useFormat()
  const { card } = experts
  return (
    <ul className={styles.history}>
      {works.map((work) => (
        <li key={`${work.title} ${work.from} ${work.role}`}>
          <span lang="ru">
            {work.draft ? <Anchor href={`/drafts/${work.draft}`}>{work.title}</Anchor> : work.title}
          </span>
          <span className={styles.when}>
            {[
              card.roles[work.role] ?? work.role,
              work.last ? format.days(work.from, work.last, true) : experts.since(format.day(work.from)),
              ...(work.outcome === 'finished' ? [] : [card[work.outcome]]),
              ...(work.said > 0 ? [card.said(work.said, work.accepted)] : []),
            ].join(', ')}
          </span>
          {work.conclusion && (
            <Anchor href={`/conclusions/${work.conclusion}`} className={styles.paper}>
              {card.conclusion(work.conclusion)}
            </Anchor>
          )}
        </li>
      ))}
    </ul>
  )
}
