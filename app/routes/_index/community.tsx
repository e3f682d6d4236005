import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './home.module.css'
import type { HomeView } from './home.server.ts'

/** Whom the community unites: directions with the number of experts in each. */
export function Community({ directions }: { directions: HomeView['directions'] }) {
  const { home } = useMessages().reviewOutcome
  const format = useFormat()
  return (
    <section>
      <SectionHead title={home.community}>
        <Anchor href="/directions">{home.toDirections}</Anchor>
      </SectionHead>
      <p className={styles.quiet}>
        {home.communityText} <Anchor href="/experts">{home.toRegistry}</Anchor>
      </p>
      <ul className={styles.directions}>
        {directions.map(({ code, title, experts }) => (
          <li key={code}>
            <Anchor href={`/directions/${code}`}>{title}</Anchor>
            <span>{format.number(experts)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
