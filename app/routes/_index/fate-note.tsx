import { toneOfDecision } from '#app/routes/drafts.$slug/views.ts'
import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './home.module.css'
import type { HomeView } from './home.server.ts'

/** What became of one proposal. */
export function FateNote({ fate }: { fate: HomeView['fates'][number] }) {
  const { reviews, reviewOutcome } = useMessages()
  const { remark, draft } = fate
  const { decision } = remark
  const facts = [
    remark.author.name,
    remark.author.note,
    remark.supports > 0 && reviewOutcome.home.supported(remark.supports),
  ]
  return (
    <article className={styles.fate}>
      <p className={styles.fateHead}>
        {decision && (
          <Tag tone={toneOfDecision[decision.decision]}>{reviews.decisions[decision.decision]}</Tag>
        )}
        <Anchor href={`/drafts/${draft.slug}/remarks/${remark.number}`}>{remark.address}</Anchor>
      </p>
      <p className={styles.fateText} lang={remark.lang}>
        {remark.replacement === null ? (
          remark.body
        ) : (
          <WordDiff before={remark.exact} after={remark.replacement} brief />
        )}
      </p>
      {decision?.decision === 'rejected' && decision.reason && (
        <p className={styles.fateText}>{decision.reason}</p>
      )}
      <p className={styles.small}>{facts.filter(Boolean).join(' · ')}</p>
    </article>
  )
}
