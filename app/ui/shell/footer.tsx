import { Anchor } from '#app/ui/anchor.tsx'
import styles from './footer.module.css'

export type FooterColumn = { title: string; links: readonly { href: string; label: string }[] }

export type FooterProps = {
  /** Who answers for the site, in a sentence. */
  about: string
  columns: readonly FooterColumn[]
}

/** The end of every page: who answers for the site, and its papers. */
export function Footer({ about, columns }: FooterProps) {
  return (
    <footer className={styles.footer}>
      <div className={styles.row}>
        <p className={styles.about}>{about}</p>
        {columns.map((column) => (
          <nav key={column.title} aria-label={column.title} data-print="off">
            <h2>{column.title}</h2>
            <ul>
              {column.links.map(({ href, label }) => (
                <li key={href}>
                  <Anchor href={href}>{label}</Anchor>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
    </footer>
  )
}
