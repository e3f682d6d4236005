import type { Finding } from '#app/domain/panels/conflicts/kinds.ts'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './panel.module.css'

export type ShownFinding = Pick<Finding, 'kind' | 'weight' | 'facts'>

/** Conflicts of one person with what they rest on, for those who select. */
export function Findings({ findings }: { findings: readonly ShownFinding[] }) {
  const { conflicts } = useMessages().panels
  return (
    <ul className={styles.findings}>
      {findings.map(({ kind, weight, facts }) => (
        <li key={kind}>
          <Tag tone={weight === 'block' ? 'red' : 'amber'}>
            {weight === 'block' ? conflicts.blocks : conflicts.warns}
          </Tag>{' '}
          {conflicts.kinds[kind]}
          <FactLines facts={facts} />
        </li>
      ))}
    </ul>
  )
}

/** What a conflict rests on, one fact a line. */
export function FactLines({ facts }: { facts: Finding['facts'] }) {
  const { facts: words } = useMessages().panels.conflicts
  const format = useFormat()
  const known: Record<string, (fact: Parameters<(typeof words)['same']>[0]) => string> = words
  const line = ({
    relation,
    organisation = '',
    of = '',
    from,
    until,
    panel = 0,
    person = 0,
    letter = '',
  }: Finding['facts'][number]) =>
    known[relation]?.({
      ...{ organisation, of, panel, person, letter },
      ...{ from: from ? format.day(from) : '', until: until ? format.day(until) : '' },
    }) ?? relation
  return (
    <ul className={styles.facts}>
      {facts.map((fact) => (
        <li key={`${fact.record}${fact.relation}`} lang="ru">
          {line(fact)}
        </li>
      ))}
    </ul>
  )
}
