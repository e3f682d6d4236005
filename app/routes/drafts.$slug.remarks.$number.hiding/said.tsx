import styles from '#app/routes/desk_.moderation.$id/case.module.css'
import { Time } from '#app/ui/time.tsx'
import type { hidingView } from './hiding.server.ts'

type Text = Awaited<ReturnType<typeof hidingView>>['text']

/** The words that are about to be hidden or shown again: who sent them, and when. */
export function Said({
  text,
}: {
  text: Pick<Text, 'author' | 'body' | 'replacement' | 'grounds' | 'sources' | 'lang'> & {
    sentAt: Date | string
  }
}) {
  return (
    <section className={styles.said}>
      <p className={styles.who}>
        <strong>{text.author}</strong>, <Time value={text.sentAt} as="date" />
      </p>
      {(['body', 'replacement', 'grounds', 'sources'] as const).map(
        (part) =>
          text[part] && (
            <blockquote key={part} className={styles.quote} lang={text.lang}>
              {text[part]}
            </blockquote>
          ),
      )}
    </section>
  )
}
