import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Still } from '#app/ui/still.tsx'
import { Contents } from './contents.tsx'
import { WriteButton } from './draft-head.tsx'
import { draftText, type HeadView, type ReadingViewData } from './reading.ts'
import styles from './reading-view.module.css'
import { Selecting } from './selecting.tsx'
import { textStyles } from './text-styles.ts'

/** The text of a version with its contents at the left and its notes at the right. */
export function ReadingView({ head, reading }: { head: HeadView; reading: ReadingViewData }) {
  const { reviews } = useMessages()
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
        <div className={styles.main} data-styles={textStyles.length}>
          <Still name={draftText} html={reading.text} />
        </div>
      </div>
      {reading.open && <Selecting slug={head.draft.slug} />}
    </>
  )
}

function Carried({ carried }: { carried: NonNullable<ReadingViewData['carried']> }) {
  const { reviews } = useMessages()
  const words = reviews.draft
  const parts = carried.counts.map(([status, count]) => words.carriedParts[status](count)).join(', ')
  return <p className={styles.carried}>{words.carried(carried.from, carried.total, parts)}</p>
}
