import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import styles from './about.module.css'
import type { Paper } from './about.server.ts'

interface FoundationsProps {
  goal: { text: string; until: number; paper: Paper | null }
  systems: readonly { title: string; paper: Paper | null }[]
  principles: readonly string[]
}

/** The goal as its concept puts it, the systems the community is part of, its principles. */
export function Foundations({ goal, systems, principles }: FoundationsProps) {
  const words = useMessages().organisations.about
  return (
    <>
      <section>
        <SectionHead title={words.goal} id="goal" />
        <blockquote className={styles.goal} lang="ru">
          {goal.text}
        </blockquote>
        <p className={styles.source}>
          {words.goalBy(goal.until)} <PaperLink paper={goal.paper} />
        </p>
      </section>
      <section>
        <SectionHead title={words.systems} id="systems" />
        <ol className={styles.systems}>
          {systems.map(({ title, paper }) => (
            <li key={title}>
              <p lang="ru">{title}</p>
              <p className={styles.source}>
                <PaperLink paper={paper} />
              </p>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <SectionHead title={words.principles} id="principles" />
        <Prose lang="ru">
          <ul>
            {principles.map((principle) => (
              <li key={principle}>{principle}</li>
            ))}
          </ul>
        </Prose>
      </section>
    </>
  )
}

/** The document by its day and number; its title is told on hover. */
export function PaperLink({ paper }: { paper: Paper | null }) {
  const { documents } = useMessages()
  const format = useFormat()
  if (!paper) return null
  return (
    <Anchor href={`/documents/${paper.code}`} title={paper.title}>
      {paper.day ? documents.requisites(format.day(paper.day), paper.number) : paper.number}
    </Anchor>
  )
}
