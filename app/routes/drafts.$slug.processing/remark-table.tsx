import { toneOfDecision, toneOfKind } from '#app/routes/drafts.$slug/views.ts'
import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './processing.module.css'
import type { ProcessingRow } from './processing.server.ts'

type RemarkTableProps = {
  slug: string
  rows: readonly ProcessingRow[]
  /** remarks can be marked, to be given to somebody or answered together */
  choose: boolean
  today: string
}

/** Remarks with their decisions; each row leads to the page of the decision. */
export function RemarkTable({ slug, rows, choose, today }: RemarkTableProps) {
  const { reviewWork } = useMessages()
  const words = reviewWork.processing
  return (
    <Table
      caption={words.title}
      hideCaption
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        ...(choose
          ? [{ label: words.choose, hideLabel: true, cell: (row: ProcessingRow) => <Chosen row={row} /> }]
          : []),
        {
          label: '№',
          head: true,
          cell: (row) => <Anchor href={`/drafts/${slug}/remarks/${row.number}`}>{row.number}</Anchor>,
        },
        { label: words.place, cell: (row) => <Where row={row} /> },
        { label: words.remark, cell: (row) => <What row={row} /> },
        { label: words.answer, cell: (row) => <Answer row={row} today={today} /> },
        {
          label: words.action,
          hideLabel: true,
          cell: (row) => (
            <LinkButton
              href={`/drafts/${slug}/remarks/${row.number}/decision`}
              small
              look={row.decision ? 'quiet' : 'default'}
            >
              {row.decision ? words.change : words.decide}
            </LinkButton>
          ),
        },
      ]}
    />
  )
}

function Where({ row }: { row: ProcessingRow }) {
  const { reviews } = useMessages()
  const { place } = { place: row.now }
  return (
    <div className={styles.where}>
      <span>{place}</span>
      <Tag tone={toneOfKind[row.kind]} dot>
        {reviews.kinds[row.kind]}
      </Tag>
      {row.weight === 'principal' && <Tag tone="red">{reviews.weights.principal}</Tag>}
    </div>
  )
}

function What({ row }: { row: ProcessingRow }) {
  const { reviews } = useMessages()
  return (
    <div className={styles.what}>
      {row.replacement !== null && (
        <p className={styles.wording} lang={row.lang}>
          <WordDiff before={row.exact} after={row.replacement} />
        </p>
      )}
      {row.body && (
        <p className={styles.body} lang={row.lang}>
          {row.body}
        </p>
      )}
      <p className={styles.who}>
        {row.author.name}
        {row.author.note && `, ${row.author.note}`}
        {row.supports > 0 && (
          <span title={reviews.supported(row.supports)}>
            {' '}
            <Icon name="up" /> {row.supports}
          </span>
        )}
      </p>
    </div>
  )
}

function Chosen({ row }: { row: ProcessingRow }) {
  const { reviewWork } = useMessages()
  return (
    <label className={styles.mark}>
      <input type="checkbox" name="remarks" value={row.id} />
      <VisuallyHidden>{reviewWork.processing.chooseOne(row.number)}</VisuallyHidden>
    </label>
  )
}

function Answer({ row, today }: { row: ProcessingRow; today: string }) {
  const { reviews } = useMessages()
  if (!row.decision) return <Work row={row} today={today} />
  return (
    <div className={styles.what}>
      <Tag tone={toneOfDecision[row.decision.decision]}>{reviews.decisions[row.decision.decision]}</Tag>
      <p className={styles.body}>{row.decision.reason}</p>
    </div>
  )
}

/** An answer under way: who prepares it until when, what is recommended, what is answered with it. */
function Work({ row, today }: { row: ProcessingRow; today: string }) {
  const { reviews, reviewWork } = useMessages()
  const format = useFormat()
  const words = reviewWork.processing
  const { work } = row
  return (
    <div className={styles.what}>
      {work?.recommended ? (
        <>
          <Tag tone="neutral">{words.recommended(reviews.decisions[work.recommended.decision])}</Tag>
          <p className={styles.body}>{work.recommended.reason}</p>
        </>
      ) : (
        <span className={styles.who}>{reviews.waits}</span>
      )}
      {work?.executor && (
        <span className={styles.who}>
          {work.executor}
          {work.dueDay && `, ${words.due(format.day(work.dueDay))}`}{' '}
          {work.dueDay && work.dueDay < today && <Tag tone="red">{words.overdue}</Tag>}
        </span>
      )}
      {work?.group && <Tag tone="blue">{words.groupKinds[work.group.kind](work.group.size)}</Tag>}
    </div>
  )
}
