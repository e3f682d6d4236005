import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './note-card.module.css'
import { Tag } from './tag.tsx'
import { type Tone, toneClass } from './tone.ts'

type NoteCardProps = {
  tone: Tone
  /** The word for the colour. */
  kind: string
  who?: ReactNode
  capacity?: ReactNode
  /** The words the note is about, or the new wording it offers. */
  quote?: ReactNode
  children?: ReactNode
  /** What was decided. */
  answer?: ReactNode
  /** Support, replies, place, actions. */
  footer?: ReactNode
  id?: string
  lang?: string
}

/** What somebody said about a place of a text. */
export function NoteCard({
  tone,
  kind,
  who,
  capacity,
  quote,
  children,
  answer,
  footer,
  id,
  lang,
}: NoteCardProps) {
  return (
    <article className={classes(styles.note, toneClass(tone))} id={id}>
      <header className={styles.head}>
        <Tag tone={tone} dot>
          {kind}
        </Tag>
        {who && <span className={styles.who}>{who}</span>}
        {capacity && <span className={styles.capacity}>{capacity}</span>}
      </header>
      {quote && (
        <blockquote className={styles.quote} lang={lang}>
          {quote}
        </blockquote>
      )}
      {children && (
        <div className={styles.words} lang={lang}>
          {children}
        </div>
      )}
      {answer && <div className={styles.answer}>{answer}</div>}
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </article>
  )
}
