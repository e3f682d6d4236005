import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './about.module.css'

interface Named {
  code: string
  shortName: string
}
interface UnitesProps {
  tiers: readonly { code: string; title: string; count: number; municipalities: number; named: Named[] }[]
  duties: readonly (Named & { duty: string })[]
}

/** Tier by tier: who belongs to the community, and who of them answers for its work. */
export function Unites({ tiers, duties }: UnitesProps) {
  const { organisations } = useMessages()
  const words = organisations.about
  const names: Record<string, string> = organisations.duty
  return (
    <section>
      <SectionHead title={words.unites} id="unites" />
      <dl className={styles.tiers}>
        {tiers.map(({ code, title, count, municipalities, named }) => (
          <div key={code}>
            <dt>{title}</dt>
            <dd>
              <Bodies named={named} />
              {municipalities > 0 && <p>{words.municipal(municipalities)}</p>}
              {count > named.length && (
                <p>
                  <Anchor href={`/organisations?tier=${code}`}>{words.all(count)}</Anchor>
                </p>
              )}
            </dd>
          </div>
        ))}
        {duties.map(({ duty, code, shortName }) => (
          <div key={duty}>
            <dt>{names[duty] ?? duty}</dt>
            <dd lang="ru">
              <Anchor href={`/organisations/${code}`}>{shortName}</Anchor>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Bodies({ named }: { named: readonly Named[] }) {
  if (named.length === 0) return null
  return (
    <ul lang="ru">
      {named.map((one) => (
        <li key={one.code}>
          <Anchor href={`/organisations/${one.code}`}>{one.shortName}</Anchor>
        </li>
      ))}
    </ul>
  )
}
