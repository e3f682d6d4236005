import type { Criterion } from '#app/domain/panels/conclusions/assembling.ts'
import type { ConclusionView } from '#app/domain/panels/conclusions/reading.server.ts'
import { fractionText, shareText } from '#app/domain/panels/numbers.ts'
import type { SecondMark } from '#app/domain/panels/rounds/second-marks.ts'
import { Bar } from '#app/ui/bar.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import styles from './marks.module.css'

type View = { view: ConclusionView }

/** Median, spread and weight of every criterion. */
export function MarksTable({ view: { body } }: View) {
  const { conclusion: words, rounds } = useMessages().panels
  const most = Math.max(0, ...body.criteria.map(({ scale }) => scale.length - 1))
  const columns: Column<Criterion>[] = [
    { label: words.columns.criterion, head: true, cell: ({ title }) => title },
    {
      label: words.columns.median,
      cell: ({ median, scale, title }) => (
        <div className={styles.median}>
          <b>{fractionText(median, words.notMarked)}</b>
          {median && (
            <Bar
              value={median.over / median.under}
              max={scale.length - 1}
              label={title}
              valueText={fractionText(median, '')}
            />
          )}
        </div>
      ),
    },
    {
      label: words.columns.spread,
      number: true,
      cell: ({ spread, before }) => (
        <>
          {spread ?? words.notMarked}
          {before && (
            <small className={styles.was}> {rounds.was(String(before.spread ?? words.notMarked))}</small>
          )}
        </>
      ),
    },
    { label: words.columns.weight, number: true, cell: ({ weight }) => weight },
  ]
  return (
    <section aria-labelledby="marks">
      <SectionHead title={words.sections.marks} id="marks" />
      <Table
        caption={words.sections.marks}
        hideCaption
        columns={columns}
        rows={body.criteria}
        rowKey={({ code }) => code}
      />
      <p className={styles.note}>
        {words.scale(most)} {body.score && words.score(body.score.earned, body.score.most)}{' '}
        {body.result?.median && rounds.result(shareText(body.result.median), shareText(body.result.spread))}
      </p>
    </section>
  )
}

/** What each expert said to each criterion. */
export function ReasonsOf({ view: { body, names } }: View) {
  const words = useMessages().panels.conclusion
  const { numbered } = useMessages().conclusions
  return (
    <section aria-labelledby="reasons">
      <SectionHead title={words.sections.reasons} id="reasons" />
      {body.criteria.map(({ code, title, marks, scale }, at) => (
        <div key={code} className={styles.criterion} id={`criterion-${at + 1}`}>
          <h3>{numbered(at + 1, title)}</h3>
          <ul>
            {marks.map(({ person, mark, reason, address, second }) => (
              <li key={person}>
                <b>{mark === null ? words.notApplicable : `${mark} — ${scale[mark]}`}</b>
                <span className={styles.who}>{names[person] ?? words.hidden(person)}</span>
                <p>{reason}</p>
                {address && <small>{words.evidence(address)}</small>}
                {second && <Second second={second} scale={scale} />}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** What a consensus round brought, beside the first mark. */
function Second({ second, scale }: { second: SecondMark; scale: string[] }) {
  const { conclusion, rounds } = useMessages().panels
  const { round, kept, mark, reason } = second
  const said = mark === null ? conclusion.notApplicable : `${mark} — ${scale[mark]}`
  return (
    <p className={styles.second}>
      {kept ? rounds.kept(round) : rounds.second(round, said)}
      {reason && `. ${reason}`}
    </p>
  )
}

/** How the experts see the draft as a whole. */
export function Votes({ view: { body, names } }: View) {
  const words = useMessages().panels.conclusion
  return (
    <section aria-labelledby="votes" className={styles.votes}>
      <SectionHead title={words.sections.votes} id="votes" />
      <ul>
        {body.verdicts.map(({ code, title, count }) => (
          <li key={code}>
            <b>{title}</b>: {words.votesFor(count)}
          </li>
        ))}
      </ul>
      {body.votes.map(({ person, reason }) => (
        <blockquote key={person}>
          <p>{reason}</p>
          <footer>{names[person] ?? words.hidden(person)}</footer>
        </blockquote>
      ))}
    </section>
  )
}

/** What the experts recommend to the developer, word for word. */
export function Comments({ view: { body, names } }: View) {
  const words = useMessages().panels.conclusion
  if (body.comments.length === 0) return null
  return (
    <section aria-labelledby="comments" className={styles.votes}>
      <SectionHead title={words.sections.comments} id="comments" />
      {body.comments.map(({ person, text }) => (
        <blockquote key={person}>
          <p>{text}</p>
          <footer>{names[person] ?? words.hidden(person)}</footer>
        </blockquote>
      ))}
    </section>
  )
}
