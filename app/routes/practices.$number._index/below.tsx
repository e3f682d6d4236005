import { Disclosure } from '#app/ui/disclosure.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import styles from './card.module.css'
import type { CardView } from './card-view.server.ts'

/** Under the text: how it was checked, how to cite it. */
export function Below({ card }: { card: CardView }) {
  const words = useMessages().practices.card
  const format = useFormat()
  const { advice, version, citation, rubric } = card
  if (!citation || !version.publishedAt) return null
  const total = advice.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className={styles.below}>
      <section>
        <h2>{words.reviewed}</h2>
        <p>{words.reviewedText(total, format.day(version.publishedAt))}</p>
        <ul>
          {advice.map(({ advice, count }) => (
            <li key={advice}>
              {words.advice[advice]}: {words.adviceOf(count, total)}
            </li>
          ))}
        </ul>
        <Disclosure summary={words.rubric} quiet>
          <ul>
            {rubric.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </Disclosure>
      </section>
      <section>
        <h2>{words.cite}</h2>
        <p className={styles.cite} lang="ru">
          {citation}
        </p>
        <p className={styles.hash}>
          {words.sha256}: {version.sha256}
        </p>
      </section>
    </div>
  )
}
