import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import type { CheckView } from './route.tsx'

/** What a paper on somebody's work says: whose, as whom, how long, whether in the registry on that day. */
export function OfWork({ work }: { work: NonNullable<CheckView['work']> }) {
  const { record } = useMessages().conclusions
  const { check: words, paper, roles } = record
  const format = useFormat()
  const { rows } = paper
  const first = format.day(work.firstDay)
  const facts: [string, string | null][] = [
    [words.who, work.name ?? record.of.noName(work.person)],
    [rows.object, work.object],
    [rows.panel, paper.panel(work.panel.number, work.panel.title)],
    [rows.role, roles[work.role]],
    [rows.days, paper.days(first, format.day(work.lastDay))],
    [rows.hours, work.hours === null ? null : record.hours(work.hours)],
    [rows.registry, work.inRegistry ? paper.inRegistry(first) : paper.outside(first)],
  ]
  return (
    <>
      {facts.map(
        ([term, value]) =>
          value !== null && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      {(work.before || work.now) && (
        <div>
          <dt>{record.of.correct}</dt>
          <dd>
            {work.before && <p>{words.before(work.before)}</p>}
            {work.now && <Anchor href={`/check/${work.now.code}`}>{words.now(work.now.number)}</Anchor>}
          </dd>
        </div>
      )}
    </>
  )
}
