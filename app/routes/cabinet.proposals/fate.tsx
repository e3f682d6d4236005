import { quoteOf } from '#app/routes/drafts.$slug/note.tsx'
import { toneOfDecision, undecidedWord } from '#app/routes/drafts.$slug/views.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { FateView } from './fates.server.ts'
import styles from './proposals.module.css'
import { Way } from './way.tsx'

/** One own remark: what was written, what was decided, where it is now. */
export function Fate({ fate }: { fate: FateView }) {
  const { reviews, reviewIntake, reviewRemark, reviewOutcome } = useMessages()
  const { remark, draft, place } = fate
  const { decision } = remark
  const quote = quoteOf(remark, true)
  return (
    <article className={styles.fate}>
      <p className={styles.head}>
        {remark.withdrawn ? (
          <Tag>{reviewOutcome.mine.withdrawn}</Tag>
        ) : (
          <Tag tone={decision ? toneOfDecision[decision.decision] : 'neutral'}>
            {decision ? reviews.decisions[decision.decision] : undecidedWord(remark, reviews)}
          </Tag>
        )}
        <Anchor href={`/drafts/${draft.slug}/remarks/${remark.number}`}>
          {reviewRemark.page.title(reviews.kinds[remark.kind], remark.number)}
        </Anchor>
        <Time value={fate.receivedAt} />
      </p>
      <h3>{draft.title}</h3>
      {quote && (
        <p className={styles.quote} lang={remark.lang}>
          {quote}
        </p>
      )}
      {remark.body && <p className={styles.body}>{remark.body}</p>}
      {decision?.reason && <p className={styles.answer}>{decision.reason}</p>}
      <p className={styles.head}>
        {decision && decision.changedVersion !== null && (
          <span>{reviewRemark.page.landed(decision.changedVersion)}</span>
        )}
        {place && (
          <Anchor href={place.href}>
            {reviews.version(fate.currentVersion)}: {reviews.places[place.status]}
          </Anchor>
        )}
        {remark.supports > 0 && <span>{reviews.supported(remark.supports)}</span>}
        {fate.mayObject && (
          <Anchor href={`/drafts/${draft.slug}/remarks/${remark.number}/objection`}>
            {reviewIntake.objection.link}
          </Anchor>
        )}
      </p>
      <Way steps={fate.way} />
    </article>
  )
}
