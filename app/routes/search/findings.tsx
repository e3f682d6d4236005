import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Time } from '#app/ui/time.tsx'
import type { SearchView } from '#app/web/search.server.ts'
import styles from './search.module.css'

type Found = SearchView['groups'][number]
type Row = Found['rows'][number]

/** What one group found; `whole` when it is the only one shown. */
export function Findings({ found, whole, href }: { found: Found; whole: boolean; href: string }) {
  const { search } = useMessages()
  const { group, count, rows, similar } = found
  const id = `found-${group}`
  return (
    <section aria-labelledby={id}>
      <SectionHead title={search.group[group]} id={id}>
        {!whole && count > rows.length && <Anchor href={href}>{search.all(count)}</Anchor>}
      </SectionHead>
      {similar && <p className={styles.aside}>{search.like}</p>}
      <ol className={styles.rows}>
        {rows.map((row) => (
          <FindingRow key={row.href} row={row} />
        ))}
      </ol>
      {whole && count > rows.length && <p className={styles.aside}>{search.some(rows.length)}</p>}
    </section>
  )
}

function FindingRow({ row: { href, title, excerpt, note, day, number } }: { row: Row }) {
  const { search } = useMessages()
  return (
    <li className={styles.row} lang="ru">
      <p className={styles.title}>
        <Anchor href={href}>
          <Parts parts={title} />
        </Anchor>
      </p>
      {excerpt.length > 0 && (
        <p className={styles.excerpt}>
          <Parts parts={excerpt} />
        </p>
      )}
      {(note || number !== null) && (
        <p className={styles.note}>
          {number !== null && `${search.number(number)} · `}
          {note}
          {day && (
            <>
              , <Time value={day} />
            </>
          )}
        </p>
      )}
    </li>
  )
}

function Parts({ parts }: { parts: Row['title'] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one unchanging text
  return parts.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))
}
