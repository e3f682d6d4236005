import { toneOfDecision, toneOfKind } from '#app/routes/drafts.$slug/views.ts'
import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './summary.module.css'
import type { SummaryView } from './summary.server.ts'

type Row = SummaryView['rows'][number]

/** The rows: what was said at the left, what was decided at the right. */
export function Rows({ slug, lang, rows }: { slug: string; lang: string; rows: readonly Row[] }) {
  const { reviews, reviewRemark, reviewOutcome } = useMessages()
  const words = reviewOutcome.summary
  return (
    <ol className={styles.rows}>
      {rows.map((row) => (
        <li key={row.remarkNumber} id={`r-${row.remarkNumber}`} className={styles.row}>
          <div className={styles.said}>
            <p className={styles.head}>
              <Anchor href={`/drafts/${slug}/remarks/${row.remarkNumber}`}>№&nbsp;{row.number}</Anchor>
              <span>{row.place}</span>
              <Tag tone={toneOfKind[row.kind]} dot>
                {reviews.kinds[row.kind]}
              </Tag>
            </p>
            {row.exact && (
              <blockquote className={styles.quote} lang={lang}>
                {row.replacement === null ? (
                  row.exact
                ) : (
                  <WordDiff before={row.exact} after={row.replacement} />
                )}
              </blockquote>
            )}
            {row.body && <p className={styles.body}>{row.body}</p>}
            {row.grounds && (
              <p className={styles.body}>
                {words.grounds}: {row.grounds}
              </p>
            )}
            {row.sources && (
              <p className={styles.body}>
                {words.sources}: {row.sources}
              </p>
            )}
            {row.corrected && <p className={styles.head}>{row.corrected}</p>}
            {[...row.objected, ...row.dissents].map((text) => (
              <p key={text} className={styles.body}>
                {text}
              </p>
            ))}
            <p className={styles.head}>
              <span>{row.author}</span>
              <span>{row.source}</span>
            </p>
          </div>
          <div className={styles.decided}>
            <p>
              <Tag tone={row.decisionCode ? toneOfDecision[row.decisionCode] : 'neutral'}>
                {row.decision || reviews.kinds.support}
              </Tag>
            </p>
            {row.reason && <p className={styles.body}>{row.reason}</p>}
            {row.landedIn !== null && (
              <p className={styles.head}>
                <Anchor href={`/drafts/${slug}/versions/${row.landedIn}`}>
                  {reviewRemark.page.landed(row.landedIn)}
                </Anchor>
              </p>
            )}
            {row.landedIn !== null && <Changed before={row.was} after={row.became} lang={lang} />}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The words of the text before and after the change the remark caused. */
function Changed({ before, after, lang }: { before: string; after: string; lang: string }) {
  const words = useMessages().reviewOutcome.summary
  return (
    <Disclosure summary={words.became} quiet>
      <div className={styles.quote} lang={lang}>
        <WordDiff before={before} after={after} />
      </div>
    </Disclosure>
  )
}
