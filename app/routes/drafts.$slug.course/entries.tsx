import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './course.module.css'
import type { CourseView } from './course-page.server.ts'

type Entry = CourseView['entries'][number]

/** What happened, newest first: the day at the left, the act with its reason and ground at the right. */
export function Entries({ entries }: { entries: readonly Entry[] }) {
  const { reviewCourse: words, reviewEnding } = useMessages()
  return (
    <ol className={styles.entries}>
      {entries.map((entry) => (
        <li
          key={`${entry.kind}-${'at' in entry ? String(entry.at) : entry.day}-${'stage' in entry ? entry.stage : ''}`}
        >
          <p className={styles.when}>
            <Time value={'at' in entry ? entry.at : entry.day} as="day" />
          </p>
          <div>
            <p className={styles.what}>
              {words.steps[entry.kind]}
              {'stage' in entry && entry.stage && `: ${entry.stage}`}
              {'number' in entry && ` ${entry.number}`}
              {'outcome' in entry && `: ${reviewEnding.kinds[entry.outcome]}`}
            </p>
            {'facts' in entry && <Details entry={entry} />}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Details({ entry }: { entry: Extract<Entry, { facts: unknown }> }) {
  const words = useMessages().reviewCourse
  const format = useFormat()
  const { before, after, lastDay } = entry.facts
  const until = lastDay ?? after
  return (
    <>
      {entry.kind === 'erratum' ? (
        <p>
          {entry.facts.address}: <del>{before}</del> → <ins>{after}</ins>
        </p>
      ) : (
        until && <p>{words.until(format.day(String(until)))}</p>
      )}
      {entry.reason && (
        <p>
          {words.reason}: {entry.reason}
        </p>
      )}
      {entry.ground && (
        <p>
          {words.ground}: {entry.ground}
        </p>
      )}
    </>
  )
}
