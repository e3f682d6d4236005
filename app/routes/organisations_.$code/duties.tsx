import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './duties.module.css'

interface Duty {
  duty: string
  ground: string
  endGround: string | null
  firstDay: string | null
  lastDay: string | null
  now: boolean
}

/** What the organisation answers for in the community, since when and by which act. */
export function Duties({ duties }: { duties: readonly Duty[] }) {
  const words = useMessages().organisations
  const names: Record<string, string> = words.duty
  return (
    <section>
      <SectionHead title={words.duties} />
      <ul className={styles.duties}>
        {duties.map((duty) => (
          <li key={`${duty.duty} ${duty.firstDay}`}>
            <p className={styles.name}>
              {names[duty.duty] ?? duty.duty} {duty.now && <Tag tone="green">{words.dutyNow}</Tag>}
            </p>
            <p>
              <Days duty={duty} />
            </p>
            <p className={styles.ground}>
              {words.ground} <span lang="ru">{duty.ground}</span>
              {duty.endGround && (
                <>
                  {'; '}
                  {words.endGround} <span lang="ru">{duty.endGround}</span>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Days({ duty: { firstDay, lastDay } }: { duty: Duty }) {
  const words = useMessages().organisations
  const format = useFormat()
  if (!firstDay) return null
  return lastDay
    ? words.between(format.day(firstDay), format.day(lastDay))
    : words.since(format.day(firstDay))
}
