import { useMessages } from '#app/ui/messages.tsx'
import { termAnchor } from '#content/term-anchor.ts'
import styles from './letters.module.css'
import type { Letter, Term } from './terms.ts'

/** Terms under their letters, with a line of the letters above. */
export function Letters({ letters }: { letters: readonly Letter[] }) {
  const words = useMessages().documents.glossary
  return (
    <>
      <nav aria-label={words.letters} className={styles.bar} data-print="off">
        {letters.map(({ letter }) => (
          <a key={letter} href={`#letter-${letter}`} lang="ru">
            {letter}
          </a>
        ))}
        <a href="#abbreviations">{words.abbreviations}</a>
      </nav>
      {letters.map(({ letter, terms }) => (
        <section key={letter} className={styles.letter} aria-labelledby={`letter-${letter}`} lang="ru">
          <h2 id={`letter-${letter}`}>{letter}</h2>
          <dl>
            {terms.map((term) => (
              <div key={term.code} id={termAnchor(term.code)}>
                <dt>{capital(term.term)}</dt>
                <dd>{term.definition}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

/** Abbreviations in two columns where there is room. */
export function Abbreviations({ terms }: { terms: readonly Term[] }) {
  return (
    <dl className={styles.short} lang="ru">
      {terms.map((term) => (
        <div key={term.code} id={termAnchor(term.code)}>
          <dt>{term.term}</dt>
          <dd>{term.definition}</dd>
        </div>
      ))}
    </dl>
  )
}

function capital(term: string): string {
  return term.slice(0, 1).toUpperCase() + term.slice(1)
}
