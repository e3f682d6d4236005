import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './place.module.css'
import type { PlaceView } from './place.server.ts'

type CandidateProps = {
  one: PlaceView['question']['candidates'][number]
  slug: string
  before: string
  lang: string
}

/** A likely place: what differs from the words that were pointed at, and the way to it. */
export function Candidate({ one, slug, before, lang }: CandidateProps) {
  const words = useMessages().reviewPlace
  return (
    <>
      <span className={styles.likely} lang={lang}>
        {one.text === before ? one.text : <WordDiff before={before} after={one.text} />}
      </span>
      <span className={styles.about}>
        {one.text === before ? words.same : words.alike(one.percent)}
        {' · '}
        <Anchor href={`/drafts/${slug}#${one.id}`}>{words.show}</Anchor>
      </span>
    </>
  )
}
