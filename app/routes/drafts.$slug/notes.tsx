import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useAround } from './around.ts'
import { Note } from './note.tsx'
import styles from './notes.module.css'
import type { NoteView } from './views.ts'

/** What was said about one place, beside it where there is room and below it where there is none. */
export function Notes({
  notes,
  open,
}: {
  notes: readonly NoteView[] /** how many have room */
  open: number
}) {
  const { reviews } = useMessages()
  const { slug } = useAround()
  const [shown, folded] = [notes.slice(0, open), notes.slice(open)]
  return (
    <aside className={styles.notes} aria-label={reviews.notesHere(notes[0]?.address ?? '')}>
      {shown.map((note) => (
        <Note key={note.number} note={note} slug={slug} />
      ))}
      {folded.length > 0 && (
        <Disclosure summary={reviews.moreNotes(folded.length)} quiet>
          {folded.map((note) => (
            <Note key={note.number} note={note} slug={slug} />
          ))}
        </Disclosure>
      )}
    </aside>
  )
}
