import { toneOfDecision } from '#app/routes/drafts.$slug/views.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { classes } from '#app/ui/classes.ts'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { gathered, type WithCells } from './cells.ts'
import styles from './compare.module.css'
import type { ComparisonRow } from './comparison.server.ts'

type Counted = Extract<ComparisonRow, { count: number }>
type Plain = Exclude<ComparisonRow, Counted>
type Changed = WithCells<Plain>

/** Changes in the order of the newer text; beside each the remarks that caused it. */
export function Comparison({
  slug,
  lang,
  rows,
}: {
  slug: string
  lang: string
  rows: readonly ComparisonRow[]
}) {
  const { reviewOutcome } = useMessages()
  return (
    <div className={styles.rows}>
      {gathered<Plain, Counted>(rows).map((row) =>
        'count' in row ? (
          <p key={row.id} className={styles.unchanged}>
            {reviewOutcome.compare.unchanged(row.count)}
          </p>
        ) : row.change === 'same' ? (
          <h2 key={row.id} className={styles.heading} lang={lang}>
            {row.parts.map(({ text }) => text).join('')}
          </h2>
        ) : (
          <ChangedRow key={row.id + row.change} slug={slug} lang={lang} row={row} />
        ),
      )}
    </div>
  )
}

function ChangedRow({ slug, lang, row }: { slug: string; lang: string; row: Changed }) {
  const { reviews, reviewRemark, reviewOutcome } = useMessages()
  const words = reviewOutcome.compare
  const change = {
    inserted: words.insertedWord,
    deleted: words.deletedWord,
    edited: words.editedWord,
    moved: words.movedWord,
    same: '',
  }[row.change]
  return (
    <section className={styles.row} aria-label={`${change}: ${row.address}`}>
      <div>
        <p className={styles.place}>
          <Tag
            tone={
              row.change === 'deleted'
                ? 'red'
                : row.change === 'moved'
                  ? 'blue'
                  : row.change === 'edited'
                    ? 'amber'
                    : 'green'
            }
          >
            {change}
          </Tag>
          <span>{row.lastAddress ? `${row.address} – ${row.lastAddress}` : row.address}</span>
          {row.change === 'moved' && row.from && <span>{words.formerly(row.from)}</span>}
        </p>
        {row.cells ? (
          <Cells rows={row.cells} lang={lang} label={row.address} />
        ) : (
          <p className={classes(styles.text, row.kind === 'heading' && styles.headingText)} lang={lang}>
            <Parts parts={row.parts} />
          </p>
        )}
      </div>
      {row.because.length > 0 && (
        <div className={styles.because}>
          <VisuallyHidden>{words.because}:</VisuallyHidden>
          {row.because.map((remark) => (
            <div key={remark.number}>
              <p className={styles.place}>
                {remark.decision && (
                  <Tag tone={toneOfDecision[remark.decision.decision]}>
                    {reviews.decisions[remark.decision.decision]}
                  </Tag>
                )}
                <Anchor href={`/drafts/${slug}/remarks/${remark.number}`}>
                  {reviewRemark.page.title(reviews.kinds[remark.kind], remark.number)}
                </Anchor>
              </p>
              {remark.applied && <p className={styles.place}>{words.cause(remark.number)}</p>}
              <p className={styles.body}>{remark.body || remark.replacement}</p>
              <p className={styles.place}>{remark.author.name}</p>
            </div>
          ))}
        </div>
      )}
    </section>
  )
}

/** Cells that came or went, in the rows they stand in. */
function Cells({
  rows,
  lang,
  label,
}: {
  rows: readonly (readonly Changed[])[]
  lang: string
  label: string
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard
    <section className={styles.cells} aria-label={label} tabIndex={0}>
      <table lang={lang}>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells[0]?.cell?.row}>
              {cells.map((cell) => (
                <td key={cell.id}>
                  <Parts parts={cell.parts} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Words that stayed, came and went; the place of a part in the text is its key. */
function Parts({ parts }: { parts: Changed['parts'] }) {
  let from = 0
  return parts.map(({ op, text }) => {
    from += text.length + 1
    if (op === 'same') return text
    return op === 'ins' ? <ins key={from}>{text}</ins> : <del key={from}>{text}</del>
  })
}
