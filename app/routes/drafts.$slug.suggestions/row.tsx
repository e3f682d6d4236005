import { toneOfDecision } from '#app/routes/drafts.$slug/views.ts'
import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { SuggestionRow } from './suggestion-view.server.ts'
import styles from './suggestions.module.css'

/** A proposal: where, whose, which words go and come, and who wants otherwise. */
export function Wanted({ slug, row }: { slug: string; row: SuggestionRow }) {
  const { reviews, revising } = useMessages()
  const words = revising.suggestions
  const { remark } = row
  return (
    <>
      <p className={styles.place}>
        <Anchor href={`/drafts/${slug}/remarks/${remark.number}`}>{words.other(remark.number)}</Anchor>
        <span>{row.address}</span>
        {remark.decision && (
          <Tag tone={toneOfDecision[remark.decision.decision]}>
            {reviews.decisions[remark.decision.decision]}
          </Tag>
        )}
        <span>{remark.author.name}</span>
      </p>
      <p className={styles.wording} lang={remark.lang}>
        <WordDiff before={row.before} after={row.after} />
      </p>
      <Rivals slug={slug} row={row} />
    </>
  )
}

/** Other proposals to the same words. */
export function Rivals({ slug, row }: { slug: string; row: SuggestionRow }) {
  if (row.meets.length === 0) return null
  return (
    <ul className={styles.meets}>
      {row.meets.map((other) => (
        <Meets key={other.number} slug={slug} lang={row.remark.lang} other={other} />
      ))}
    </ul>
  )
}

type MeetsProps = { slug: string; lang: string; other: SuggestionRow['meets'][number] }

function Meets({ slug, lang, other }: MeetsProps) {
  const { reviews, revising } = useMessages()
  const words = revising.suggestions
  const { number, meeting, decision } = other
  return (
    <li className={meeting === 'clash' ? styles.clash : styles.near}>
      <p>{words.meets[meeting](number)}</p>
      <p className={styles.place}>
        <Anchor href={`/drafts/${slug}/remarks/${number}/decision`}>{words.other(number)}</Anchor>
        <span>{decision ? reviews.decisions[decision] : words.undecided}</span>
      </p>
      {meeting !== 'same' && (
        <p className={styles.wording} lang={lang}>
          <WordDiff before={other.before} after={other.after} brief />
        </p>
      )}
    </li>
  )
}
