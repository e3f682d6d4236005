import { authorOf } from '#app/routes/desk_.moderation._index/case-table.tsx'
import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './case.module.css'
import type { CaseView } from './route.tsx'

/** The words in question: whose, when, about what, and who asked to look at them. */
export function Text({ view }: { view: CaseView }) {
  const { moderation, reviews } = useMessages()
  const words = moderation.case
  const { text, reports, appeal } = view
  return (
    <Stack gap={3}>
      <div>
        <Tags>
          <Tag>{moderation.desk.origins[view.origin]}</Tag>
          {text.veil && <Tag tone="amber">{reviews.covered[text.veil]}</Tag>}
        </Tags>
        <p className={styles.who}>
          <strong>{authorOf(moderation.desk, text.author)}</strong>
          {' · '}
          <Time value={text.sentAt} as="date" />
          {' · '}
          <Anchor href={text.address}>{words.inPlace}</Anchor>
        </p>
      </div>
      {text.context && <Context context={text.context} lang={text.lang} />}
      <section>
        <h2 className={styles.label}>{words.text}</h2>
        <p className={styles.body} lang={text.lang}>
          {text.body}
        </p>
      </section>
      {text.replacement !== null && text.context && (
        <section>
          <h2 className={styles.label}>{words.parts.replacement}</h2>
          <p className={styles.body} lang={text.lang}>
            <WordDiff before={text.context.words} after={text.replacement} />
          </p>
        </section>
      )}
      {(['grounds', 'sources'] as const).map(
        (part) =>
          text[part] && (
            <section key={part}>
              <h2 className={styles.label}>{words.parts[part]}</h2>
              <p className={styles.body} lang={text.lang}>
                {text[part]}
              </p>
            </section>
          ),
      )}
      {appeal && (
        <section className={styles.asked}>
          <h2 className={styles.label}>{words.appeal}</h2>
          <p className={styles.body}>{appeal.words}</p>
          <p className={styles.quiet}>
            {appeal.reason}
            {appeal.because && `: ${appeal.because}`}
          </p>
        </section>
      )}
      {reports.length > 0 && (
        <section className={styles.asked}>
          <h2 className={styles.label}>{words.reports(reports.length)}</h2>
          <ul>
            {reports.map((one) => (
              <li key={one.id}>
                <strong>{one.reason}</strong>
                {one.words && <p className={styles.body}>{one.words}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Stack>
  )
}

function Context({ context, lang }: { context: NonNullable<CaseView['text']['context']>; lang: string }) {
  const words = useMessages().moderation.case
  return (
    <section>
      <h2 className={styles.label}>
        {context.label === '' ? words.said : `${words.context}: ${context.label}`}
      </h2>
      <blockquote className={styles.quote} lang={lang}>
        {context.before}
        <mark>{context.words}</mark>
        {context.after}
      </blockquote>
    </section>
  )
}
