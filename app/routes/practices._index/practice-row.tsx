import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './catalogue.module.css'
import type { EntryView } from './entry.ts'

/** A practice in a list: its name, what it is about in two lines, whose it is. */
export function PracticeRow({ row, level = 2 }: { row: EntryView; level?: 2 | 3 }) {
  const { practices } = useMessages()
  const format = useFormat()
  const Title = `h${level}` as 'h2' | 'h3'
  const { number, title, abstract, kind, organisation, municipality, authors, tags, publishedAt } = row
  return (
    <article className={styles.entry}>
      <p className={styles.over}>
        {kind}
        <span className={styles.day}>{practices.published(format.dayDigits(publishedAt))}</span>
      </p>
      <Title className={styles.name} lang="ru">
        <Anchor href={`/practices/${number}`}>{title}</Anchor>
      </Title>
      <p className={styles.abstract} lang="ru">
        {abstract}
      </p>
      <p className={styles.whose} lang="ru">
        {[authors.join(', '), organisation, municipality].filter(Boolean).join(' · ')}
      </p>
      {tags.length > 0 && (
        <p className={styles.tags}>
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </p>
      )}
    </article>
  )
}
