import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Contents } from './contents.tsx'
import { WriteButton } from './draft-head.tsx'
import { DraftText } from './draft-text.tsx'
import { Note } from './note.tsx'
import type { HeadView, ReadingViewData } from './reading.ts'
import styles from './reading-view.module.css'
import { Selecting } from './selecting.tsx'

/** The text of a version with its contents at the left and its notes at the right. */
export function ReadingView({ head, reading }: { head: HeadView; reading: ReadingViewData }) {
  const { reviews } = useMessages()
  const { slug, lang } = head.draft
  const aside = (
    <>
      {reading.open && <WriteButton head={head} />}
      {reading.carried && <Carried carried={reading.carried} />}
    </>
  )
  return (
    <>
      <div className={styles.small}>
        {reading.contents.length > 0 && (
          <Disclosure summary={reviews.draft.contents} quiet>
            <Contents entries={reading.contents} />
          </Disclosure>
        )}
        {aside}
      </div>
      <div className={styles.layout}>
        <div className={styles.aside} data-print="off">
          <div className={styles.scroll}>
            <Contents entries={reading.contents} />
          </div>
          {aside}
        </div>
        <div className={styles.main}>
          <DraftText
            slug={slug}
            lang={lang}
            blocks={reading.blocks}
            notes={reading.notes}
            open={reading.open}
            errata={reading.errata}
          />
          {reading.gone.length > 0 && (
            <section className={styles.gone}>
              <h2>{reviews.draft.deletedNotes}</h2>
              {reading.gone.map((note) => (
                <Note key={note.number} note={note} slug={slug} />
              ))}
            </section>
          )}
        </div>
      </div>
      {reading.open && <Selecting slug={slug} />}
    </>
  )
}

function Carried({ carried }: { carried: NonNullable<ReadingViewData['carried']> }) {
  const { reviews } = useMessages()
  const words = reviews.draft
  const parts = carried.counts.map(([status, count]) => words.carriedParts[status](count)).join(', ')
  return <p className={styles.carried}>{words.carried(carried.from, carried.total, parts)}</p>
}
