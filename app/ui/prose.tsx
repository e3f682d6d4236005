import type { ReactNode } from 'react'
import styles from './prose.module.css'

/** Typography for a page of text. `html` must be made by us from checked Markdown: it is printed as it is. */
export function Prose({ html, children, lang }: { html?: string; children?: ReactNode; lang?: string }) {
  if (html === undefined) {
    return (
      <div className={styles.prose} lang={lang}>
        {children}
      </div>
    )
  }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the one place for HTML from our own Markdown
  return <div className={styles.prose} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
}
