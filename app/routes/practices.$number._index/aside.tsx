import { Anchor } from '#app/ui/anchor.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import styles from './card.module.css'
import type { CardView } from './card-view.server.ts'
import { Presented } from './presented.tsx'

/** Beside the text: whose it is, the passport, files, versions. */
export function Aside({ card }: { card: CardView }) {
  const words = useMessages().practices.card
  const format = useFormat()
  const { facts, authors, files, versions, number, version } = card
  return (
    <aside className={styles.aside} aria-label={words.facts}>
      <section>
        <h2>{words.author(authors.length)}</h2>
        <ul>
          {authors.map((author, at) => (
            <li key={author.number ?? `hidden ${at}`}>
              {author.name === null ? (
                <span className={styles.unwritten}>{words.hiddenAuthor}</span>
              ) : author.listed ? (
                <Anchor href={`/experts/${author.number}`}>{author.name}</Anchor>
              ) : (
                author.name
              )}
              {author.directions.length > 0 && (
                <span className={styles.note}>
                  {words.inRegistry(format.dayDigits(version.at))}
                  {': '}
                  {author.directions.join(', ')}
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <Facts
        facts={[
          {
            term: words.organisation,
            value: (
              <Anchor href={`/organisations/${facts.organisation.code}`}>{facts.organisation.name}</Anchor>
            ),
          },
          { term: words.municipality, value: facts.municipality },
          {
            term: words.direction,
            value: facts.direction && (
              <Anchor href={`/directions/${facts.direction.code}`}>{facts.direction.title}</Anchor>
            ),
          },
          { term: words.tier, value: facts.tier },
          { term: words.subjects, value: facts.subjects.join(', ') },
          {
            term: words.licence,
            value: facts.licence && (
              <a href={facts.licence.url} rel="license noopener">
                {facts.licence.title}
              </a>
            ),
          },
        ]}
      />
      {files.length > 0 && (
        <section>
          <h2>{words.files}</h2>
          <ul>
            {files.map((file) => (
              <li key={file.id}>
                <FileLink href={`/practices/${number}/files/${file.id}`} kind={file.kind} bytes={file.size}>
                  {file.name}
                </FileLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Presented events={card.presented} />
      {versions.length > 1 && (
        <section data-print="off">
          <h2>{words.versions}</h2>
          <ul>
            {versions.map((one) => (
              <li key={one.number}>
                {one.number === version.number ? (
                  words.versionOf(one.number, format.dayDigits(one.at))
                ) : (
                  <Anchor href={one.href}>{words.versionOf(one.number, format.dayDigits(one.at))}</Anchor>
                )}
                <span className={styles.note}>
                  {one.number === version.number ? words.current : words.states[one.state]}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}
