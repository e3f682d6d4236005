import { Anchor } from '#app/ui/anchor.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './draft-row.module.css'
import type { DraftRowView } from './views.ts'

/** A draft in a list: what is going on, how much time is left, how many spoke. */
export function DraftRow({ draft, level = 3 }: { draft: DraftRowView; level?: 2 | 3 }) {
  const { reviews } = useMessages()
  const Heading = `h${level}` as 'h2' | 'h3'
  const facts = [
    draft.developer,
    ...(draft.remarks > 0 ? [reviews.remarks(draft.remarks), reviews.people(draft.people)] : []),
  ]
  return (
    <article className={styles.row}>
      <div>
        <p className={styles.eyebrow}>
          {draft.kind} ·{' '}
          {(
            draft.outcome ?? (draft.stage ? draft.stage.title : stateWord(reviews.list, draft.state))
          ).toLowerCase()}
        </p>
        <Heading className={styles.title}>
          <Anchor href={`/drafts/${draft.slug}`} lang={draft.lang}>
            {draft.title}
          </Anchor>
        </Heading>
        <p className={styles.facts}>
          {[draft.version && draft.version > 1 ? reviews.version(draft.version) : null, ...facts]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {draft.stage && (
        <>
          <p className={styles.days}>
            {draft.stage.daysLeft === 0 ? (
              reviews.lastDay
            ) : (
              <>
                <b>{draft.stage.daysLeft}</b> {reviews.daysWord(draft.stage.daysLeft)}
              </>
            )}
          </p>
          <div className={styles.bar}>
            <Bar
              value={draft.stage.elapsed}
              max={100}
              label={reviews.list.elapsed}
              valueText={`${draft.stage.elapsed} %`}
            />
          </div>
        </>
      )}
    </article>
  )
}

function stateWord(
  words: ReturnType<typeof useMessages>['reviews']['list'],
  state: DraftRowView['state'],
): string {
  if (state === 'open') return words.open
  if (state === 'not-open') return words.notStarted
  if (state === 'closed') return words.closed
  return state === 'withdrawn' ? words.withdrawn : words.unpublished
}
