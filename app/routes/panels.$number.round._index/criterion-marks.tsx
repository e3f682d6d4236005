import type { MarkShown, RoundCriterion } from '#app/domain/panels/rounds/view.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './round.module.css'

/** Marks and reasons of all members on one criterion; second ones beside the first. */
export function CriterionMarks({ criterion }: { criterion: RoundCriterion }) {
  return (
    <section aria-labelledby={`c-${criterion.code}`} className={styles.criterion} lang="ru">
      <h2 id={`c-${criterion.code}`}>{criterion.title}</h2>
      <MarkList criterion={criterion} />
    </section>
  )
}

export function MarkList({ criterion }: { criterion: RoundCriterion }) {
  const words = useMessages().panels.rounds
  const said = useMark(criterion.scale)
  return (
    <ul className={styles.marks}>
      {criterion.marks.map((one) => (
        <li key={one.key}>
          <b>{said(one.mark)}</b>
          <Who one={one} />
          <p>{one.reason}</p>
          {one.second && (
            <p className={styles.second}>
              {one.second.kept
                ? words.kept(one.second.round)
                : words.second(one.second.round, said(one.second.mark))}
              {one.second.reason && `. ${one.second.reason}`}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A mark with the words of its scale. */
export function useMark(scale: readonly string[]) {
  const words = useMessages().panels.rounds
  return (mark: number | null) => (mark === null ? words.notApplicable : `${mark} — ${scale[mark] ?? ''}`)
}

function Who({ one }: { one: MarkShown }) {
  const { panels } = useMessages()
  if (one.own) return <Tag tone="blue">{panels.rounds.you}</Tag>
  const name = one.who
    ? (one.who.name ?? panels.conclusion.hidden(one.who.number))
    : panels.rounds.expert(one.place)
  return <span className={styles.who}>{name}</span>
}
