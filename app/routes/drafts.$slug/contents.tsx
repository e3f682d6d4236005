import type { ReactNode } from 'react'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './contents.module.css'
import { shortId } from './layout.ts'
import type { ContentsEntry } from './views.ts'

/** The table of contents: parts of the document and how much was said about each. */
export function Contents({ entries, children }: { entries: readonly ContentsEntry[]; children?: ReactNode }) {
  const { reviews } = useMessages()
  const top = Math.min(...entries.map(({ depth }) => depth))
  return (
    <nav aria-label={reviews.draft.contents} className={styles.contents} data-contents>
      <ol>
        {entries.map((entry) => (
          <li key={entry.blockId} className={entry.depth > top ? styles.deep : undefined}>
            <a href={`#${shortId(entry.blockId)}`}>
              <span>
                {entry.number} {entry.title}
              </span>
              {entry.remarks > 0 && (
                <span className={styles.count}>
                  {entry.remarks}
                  <VisuallyHidden>, {reviews.remarks(entry.remarks)}</VisuallyHidden>
                </span>
              )}
            </a>
          </li>
        ))}
      </ol>
      {children}
    </nav>
  )
}
