import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './document-row.module.css'
import type { DocumentView } from './view.server.ts'

/** A document in a list: kind and tier, title, who issued it and when, whether it holds today. */
export function DocumentRow({ document }: { document: DocumentView }) {
  const { documents } = useMessages()
  return (
    <article className={styles.row}>
      <p className={styles.kind}>
        {document.kind} · {documents.onTier(document.tier)}
      </p>
      <h2 className={styles.title} lang="ru">
        <Anchor href={`/documents/${document.code}`}>{document.title}</Anchor>
      </h2>
      <p className={styles.issuer}>
        <span lang="ru">{document.issuer}</span>, <Requisites document={document} />
      </p>
      <ForceTag document={document} />
    </article>
  )
}

/** «от 17 июля 2023 № 02/1765» */
export function Requisites({
  document: { day, number },
}: {
  document: Pick<DocumentView, 'day' | 'number'>
}) {
  const { documents } = useMessages()
  const format = useFormat()
  return (
    <span className={styles.requisites}>{day ? documents.requisites(format.day(day), number) : number}</span>
  )
}

/** Whether the document holds today, as a word. */
export function ForceTag({ document }: { document: Pick<DocumentView, 'force' | 'endDay' | 'published'> }) {
  const { documents } = useMessages()
  const format = useFormat()
  const { force, endDay, published } = document
  if (!published) return <Tag tone="amber">{documents.unpublished}</Tag>
  const ended = force === 'ended' && endDay ? ` ${format.day(endDay)}` : ''
  return <Tag tone={force === 'in-force' ? 'green' : 'neutral'}>{documents.force[force] + ended}</Tag>
}
