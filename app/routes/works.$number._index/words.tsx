import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import type { workPage } from './page.server.ts'
import styles from './work.module.css'

/** What the work says of itself, where it cannot be changed. */
export function Words() {
  const { organisation, nomination, summary, authors, sentAt } = useLoaderData<typeof workPage>()
  const words = useMessages().contests.work
  const format = useFormat()
  return (
    <Facts
      facts={[
        { term: words.organisation, value: organisation, lang: 'ru' },
        { term: words.nomination, value: nomination, lang: 'ru' },
        { term: words.sent, value: sentAt && format.date(sentAt) },
        {
          term: words.summary,
          value: summary && <span className={styles.words}>{summary}</span>,
          lang: 'ru',
        },
        {
          term: words.authors,
          value: authors && <span className={styles.words}>{authors}</span>,
          lang: 'ru',
        },
      ]}
    />
  )
}
