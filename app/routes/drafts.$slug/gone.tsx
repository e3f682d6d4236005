import { useMessages } from '#app/ui/messages.tsx'
import styles from './gone.module.css'
import { Note } from './note.tsx'
import type { NoteView } from './views.ts'

/** Remarks whose words this version no longer has: below the text, with the words as they were. */
export function Gone({ notes, slug }: { notes: readonly NoteView[]; slug: string }) {
  const { reviews } = useMessages()
  if (notes.length === 0) return null
  return (
    <section className={styles.gone}>
      <h2>{reviews.draft.deletedNotes}</h2>
      {notes.map((note) => (
        <Note key={note.number} note={note} slug={slug} />
      ))}
    </section>
  )
}
