import styles from '#app/routes/questionnaires.$number._index/questionnaire.module.css'
import { Facts } from '#app/ui/facts.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import type { Said } from './said.ts'

/** Questions and answers to read once more. */
export function SaidList({ said }: { said: readonly Said[] }) {
  const { check: words } = useMessages().questionnaires
  return (
    <Facts
      facts={said.map(({ code, question, lines }) => ({
        term: question,
        lang: 'ru',
        value:
          lines.length === 0 ? (
            <span className={styles.none}>{words.none}</span>
          ) : (
            lines.map((line) => (
              <p key={`${code}${line}`} className={styles.said}>
                <bdi>{line}</bdi>
              </p>
            ))
          ),
      }))}
    />
  )
}
