import { Anchor } from '#app/ui/anchor.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { NoteCard } from '#app/ui/note-card.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './note.module.css'
import { type NoteView, toneOfDecision, toneOfKind, undecidedWord } from './views.ts'
import { WordDiff } from './word-diff.tsx'

const MOST_WORDS = 280 // letters of a deleted passage that a card repeats

/** One remark beside the text: short, with a link to its own page where the whole conversation is. */
export function Note({ note, slug }: { note: NoteView; slug: string }) {
  const { reviews } = useMessages()
  return (
    <NoteCard
      id={`r-${note.number}`}
      tone={toneOfKind[note.kind]}
      kind={reviews.kinds[note.kind]}
      who={initials(note.author)}
      capacity={note.author.note}
      lang={note.lang}
      quote={besideText(note)}
      answer={note.decision && <Answer note={note} />}
      footer={<Foot note={note} slug={slug} />}
    >
      {note.veil && <em>{reviews.covered[note.veil]}</em>}
      {note.body && <span className={styles.body}>{note.body}</span>}
    </NoteCard>
  )
}

/** The proposed wording against the words in question; nothing where the whole unit is meant. */
export function quoteOf(note: Pick<NoteView, 'replacement' | 'exact' | 'whole'>, brief = false) {
  if (note.replacement !== null)
    return <WordDiff before={note.exact} after={note.replacement} brief={brief} />
  return note.whole ? null : <>«{note.exact}»</>
}

/** Beside the text the words are marked in it; they are repeated only where the text no longer has them. */
function besideText(note: NoteView) {
  const { status } = note.place
  if (note.replacement !== null) return quoteOf(note, true)
  if (status === 'deleted' || status === 'ambiguous') return note.exact && <StoodHere words={note.exact} />
  return status === 'edited' ? quoteOf(note, true) : null
}

function StoodHere({ words }: { words: string }) {
  const { reviews } = useMessages()
  return (
    <>
      <span className={styles.stood}>{reviews.draft.stoodHere}</span> «{shortened(words)}»
    </>
  )
}

/** The beginning of words that are gone: enough to know them again. */
function shortened(words: string): string {
  return words.length <= MOST_WORDS ? words : `${words.slice(0, MOST_WORDS).replace(/\s+\S*$/, '')}…`
}

/** «Т. Рябинская» beside the text, where a full name would take a line of its own. */
function initials({ name, personNumber }: NoteView['author']): string {
  const [family, given] = name.split(' ')
  return personNumber === null || !family || !given ? name : `${given.charAt(0)}.\u00a0${family}`
}

function Answer({ note }: { note: NoteView }) {
  const { reviews } = useMessages()
  const { decision } = note
  if (!decision) return null
  return (
    <>
      <Tag tone={toneOfDecision[decision.decision]}>{reviews.decisions[decision.decision]}</Tag>{' '}
      <span className={styles.reason}>{decision.reason}</span>{' '}
      <span className={styles.when}>
        <Time value={decision.decidedAt} as="dayMonth" />
      </span>
    </>
  )
}

function Foot({ note, slug }: { note: NoteView; slug: string }) {
  const { reviews } = useMessages()
  const { status } = note.place
  return (
    <>
      <Anchor href={`/drafts/${slug}/remarks/${note.number}`}>№&nbsp;{note.number}</Anchor>
      {note.supports > 0 && (
        <span title={reviews.supported(note.supports)}>
          <Icon name="up" /> {note.supports}
        </span>
      )}
      {note.replies > 0 && <span>{reviews.replies(note.replies)}</span>}
      {!note.decision && note.kind !== 'support' && <span>{undecidedWord(note, reviews)}</span>}
      {status !== 'exact' && status !== 'moved' && <span>{reviews.places[status]}</span>}
    </>
  )
}
