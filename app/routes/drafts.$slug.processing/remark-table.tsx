import { toneOfDecision, toneOfKind } from '#app/routes/drafts.$slug/views.ts'
import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './processing.module.css'
import type { ProcessingRow } from './processing.server.ts'

/** Remarks with their decisions; each row leads to the page of the decision. */
export function RemarkTable({ slug, rows }: { slug: string; rows: readonly ProcessingRow[] }) {
  const { reviewWork } = useMessages()
  const words = reviewWork.processing
  return (
    <Table
      caption={words.title}
      hideCaption
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        {
          label: '№',
          head: true,
          cell: (row) => <Anchor href={`/drafts/${slug}/remarks/${row.number}`}>{row.number}</Anchor>,
        },
        { label: words.place, cell: (row) => <Where row={row} /> },
        { label: words.remark, cell: (row) => <What row={row} /> },
        { label: words.answer, cell: (row) => <Answer row={row} /> },
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

function Answer({ row }: { row: ProcessingRow }) {
  const { reviews } = useMessages()
  if (!row.decision) return <span className={styles.who}>{reviews.waits}</span>
  return (
    <div className={styles.what}>
      <Tag tone={toneOfDecision[row.decision.decision]}>{reviews.decisions[row.decision.decision]}</Tag>
      <p className={styles.body}>{row.decision.reason}</p>
    </div>
  )
}
