import { toneOfDecision } from '#app/routes/drafts.$slug/views.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import { isLong } from './by-decision.tsx'
import styles from './summary.module.css'
import type { SummaryView } from './summary.server.ts'

/** How much was answered and how, the files, the checksum. */
export function Totals({ summary }: { summary: SummaryView }) {
  const { reviews, reviewEnding, reviewOutcome } = useMessages()
  const words = reviewOutcome.summary
  const { answered, total, draft, published } = summary
  const codes = Object.keys(toneOfDecision) as (keyof typeof toneOfDecision)[]
  const counts = codes.map((code) => [code, summary.counts[code] ?? 0] as const)
  return (
    <section className={styles.totals} aria-label={words.totals}>
      <p>
        <strong>{words.answered(answered, total)}</strong>
      </p>
      <Bar value={answered} max={total} label={words.totals} valueText={words.answered(answered, total)} />
      {/* The tabs of a long one say the same. */}
      {!isLong(summary) && (
        <Tags>
          {counts
            .filter(([, count]) => count > 0)
            .map(([decision, count]) => (
              <Tag key={decision} tone={toneOfDecision[decision]}>
                {reviews.decisions[decision]} {count}
              </Tag>
            ))}
        </Tags>
      )}
      {summary.unansweredReason && (
        <p>
          {words.unansweredReason}: {summary.unansweredReason}
        </p>
      )}
      {total > 0 && (
        <Row>
          <FileLink href={`/drafts/${draft.slug}/summary.xlsx`} kind="XLSX">
            {words.xlsx}
          </FileLink>
          <FileLink href={`/drafts/${draft.slug}/summary.docx`} kind="DOCX">
            {words.docx}
          </FileLink>
          <FileLink href={`/drafts/${draft.slug}/summary.pdf`} kind="PDF">
            {words.pdf}
          </FileLink>
          {published && (
            <FileLink href={`/drafts/${draft.slug}/outcome-note.docx`} kind="DOCX">
              {reviewEnding.note.download}
            </FileLink>
          )}
        </Row>
      )}
      {published && <Anchor href={`/drafts/${draft.slug}/outcome`}>{reviewEnding.title}</Anchor>}
      {published && (
        <Disclosure summary={words.check}>
          <p className={styles.hash}>
            {words.hash}: <code>{published.sha256}</code>
          </p>
          <p>{words.checkText}</p>
          <FileLink href={`/drafts/${draft.slug}/summary.json`} kind="JSON">
            {words.manifest}
          </FileLink>
        </Disclosure>
      )}
    </section>
  )
}
