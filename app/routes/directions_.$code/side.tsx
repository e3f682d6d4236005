import { Fate } from '#app/routes/directions/direction-rows.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './side.module.css'

type NowProps = { code: string; experts: readonly { tier: string; title: string; count: number }[] }

/** How many people work in the direction today, by tier; each number opens the registry. */
export function Now({ code, experts }: NowProps) {
  const words = useMessages().documents.directions
  const format = useFormat()
  return (
    <section>
      <SectionHead title={words.now} />
      {experts.length === 0 ? (
        <p>{words.noExperts}</p>
      ) : (
        <ul className={styles.counts}>
          {experts.map(({ tier, title, count }) => (
            <li key={tier}>
              <Anchor href={`/experts?direction=${code}&tier=${tier}`}>{title}</Anchor>
              <strong>{format.number(count)}</strong>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.note}>{words.registryNote}</p>
    </section>
  )
}

interface Version {
  ahead: boolean
  tier: string
  title: string
  list: { code: string; title: string; firstDay: string; endDay: string | null }
  replacedBy: { code: string; title: string }[]
}
interface EditionsProps {
  code: string
  versions: readonly Version[]
  replaces: readonly { code: string; title: string; list: string }[]
}

/** In which lists the direction stood, under which title, what it replaced and what went on with it. */
export function Editions({ code, versions, replaces }: EditionsProps) {
  const words = useMessages().documents.directions
  const format = useFormat()
  const days = ({ firstDay, endDay }: Version['list']) =>
    endDay ? words.between(format.day(firstDay), format.day(endDay)) : words.since(format.day(firstDay))
  return (
    <section>
      <SectionHead title={words.versions} />
      <ol className={styles.editions}>
        {versions.map((version) => (
          <li key={version.list.code}>
            <p className={styles.days}>
              <Anchor href={`/directions?list=${version.list.code}`}>{days(version.list)}</Anchor>
            </p>
            <p lang="ru">{version.title}</p>
            {version.list.endDay && (
              <Fate
                row={{ code, replacedBy: version.replacedBy }}
                until={version.ahead ? version.list.endDay : null}
              />
            )}
          </li>
        ))}
      </ol>
      {replaces.length > 0 && (
        <p className={styles.note}>
          {words.replaces}:{' '}
          {replaces.map((old, index) => (
            <span key={old.code} lang="ru">
              {index > 0 && '; '}
              <Anchor href={`/directions/${old.code}`}>{old.title}</Anchor>
            </span>
          ))}
        </p>
      )}
    </section>
  )
}
