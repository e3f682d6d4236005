import type { Stage } from '#app/domain/assessment/way/stage.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './cabinet-main.module.css'

export type Application = { number: number; stage: Stage; direction: string; waits: boolean }

/** Applications to the registry by step: those that wait for the person stand first, with what to do. */
export function OwnWay({ applications }: { applications: readonly Application[] }) {
  const { accounts, applications: words } = useMessages()
  const { way } = accounts.cabinet.start
  if (applications.length === 0) return null
  return (
    <section aria-labelledby="own-way">
      <SectionHead title={way.title} id="own-way">
        <Anchor href="/cabinet/applications">{way.all}</Anchor>
      </SectionHead>
      <ul className={styles.rows}>
        {applications.map(({ number, stage, direction, waits }) => (
          <li key={number}>
            <Anchor href={`/cabinet/applications/${number}`} className={styles.title} lang="ru">
              {direction}
            </Anchor>
            <Tag tone={waits ? 'amber' : 'neutral'}>{words.stages[stage]}</Tag>
            {waits && (
              <LinkButton href={`/cabinet/applications/${number}`} look="main" small>
                {way.go}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
