import { ForceTag, Requisites } from '#app/routes/documents/document-row.tsx'
import type { DocumentView } from '#app/routes/documents/view.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './chain.module.css'

/** Documents of which each replaced the one before, oldest first; the page's own is marked, not linked. */
export function Chain({ chain, current }: { chain: readonly DocumentView[]; current: string }) {
  const { documents } = useMessages()
  return (
    <section>
      <SectionHead title={documents.chain} />
      <ol className={styles.chain}>
        {chain.map((document) => (
          <li key={document.code} className={document.force === 'in-force' ? styles.standing : undefined}>
            <p lang="ru">
              {document.code === current ? (
                <strong>{document.title}</strong>
              ) : (
                <Anchor href={`/documents/${document.code}`}>{document.title}</Anchor>
              )}
            </p>
            <p className={styles.facts}>
              <Requisites document={document} />
              {document.code === current && ` (${documents.thisOne})`}
            </p>
            <ForceTag document={document} />
          </li>
        ))}
      </ol>
    </section>
  )
}
