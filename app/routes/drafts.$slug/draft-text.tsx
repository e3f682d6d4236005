import type { CSSProperties, ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { AroundContext, useAround } from './around.ts'
import { Words } from './block-words.tsx'
import { DraftTable } from './draft-table.tsx'
import styles from './draft-text.module.css'
import { Errata } from './errata.tsx'
import { type Group, notesWithRoom, passagesOf, sectionsOf, shortId, type Unit, unitsOf } from './layout.ts'
import { Notes } from './notes.tsx'
import type { ErratumView } from './reading.ts'
import type { BlockView, NoteView } from './views.ts'

type DraftTextProps = {
  slug: string
  lang: string
  blocks: readonly BlockView[]
  notes: readonly NoteView[]
  open: boolean
  errata?: readonly ErratumView[]
}

/** Units of a text that a browser lays out whole without being felt: some 60 pages. */
const SHORT = 1000

/** The text of a version with what was said about it: numbers at the left, notes at the right or below. */
export function DraftText({ slug, lang, blocks, notes, open, errata = [] }: DraftTextProps) {
  const around = {
    slug,
    open,
    topDepth: Math.min(...blocks.filter(({ kind }) => kind === 'heading').map(({ depth }) => depth)),
    passages: passagesOf(blocks, notes),
    notes: new Map(notes.map((note) => [note.number, note])),
    errata,
    footnotes: new Map(
      blocks.filter(({ kind }) => kind === 'note').map(({ blockId, number }) => [blockId, number ?? '*']),
    ),
  }
  return (
    <AroundContext.Provider value={around}>
      <article
        className={classes(styles.text, blocks.length > SHORT && styles.long)}
        lang={lang}
        data-draft-text
      >
        {sectionsOf(unitsOf(blocks, notes)).map((section) => (
          <section key={section.heading?.block.blockId ?? 'start'} className={styles.section}>
            {section.heading && <Heading unit={section.heading} />}
            {section.groups.map((group) => (
              <GroupView key={group.units[0]?.block.blockId ?? 'heading'} group={group} />
            ))}
          </section>
        ))}
      </article>
    </AroundContext.Provider>
  )
}

function Heading({ unit: { block } }: { unit: Unit }) {
  const { topDepth } = useAround()
  const level = Math.min(block.depth - topDepth + 2, 5)
  const Element = `h${level}` as 'h2' | 'h3' | 'h4' | 'h5'
  return (
    <div className={classes(styles.clause, styles.headed)} id={shortId(block.blockId)}>
      <Element>
        {block.number && !block.data.numberInText && <>{block.number} </>}
        <Words block={block} />
      </Element>
      <Add block={block} />
      <Errata of={block.blockId} />
    </div>
  )
}

/** The row count goes to CSS, where the notes take the height of all rows and what is left over falls below the text. */
function GroupView({ group }: { group: Group }) {
  const rows = piecesOf(group.units)
  const [first, ...rest] = rows
  return (
    <div className={styles.group} style={{ '--rows': Math.max(rows.length, 1) } as CSSProperties}>
      {first}
      {group.notes.length > 0 && <Notes notes={group.notes} open={notesWithRoom(group)} />}
      {rest}
    </div>
  )
}

/** Clauses of a group; items that follow one another become one list, the first unit stays alone beside its notes. */
function piecesOf(units: readonly Unit[]): ReactNode[] {
  const pieces: ReactNode[] = []
  let items: Unit[] = []
  const close = () => {
    if (items.length > 0) pieces.push(<Items key={items[0]?.block.blockId} units={items} />)
    items = []
  }
  for (const unit of units) {
    if (unit.block.kind === 'item') {
      items.push(unit)
      if (unit.notes.length > 0) close()
      continue
    }
    close()
    pieces.push(<Clause key={unit.block.blockId} unit={unit} />)
  }
  close()
  return pieces
}

function Items({ units }: { units: readonly Unit[] }) {
  return (
    <ul className={styles.items}>
      {units.map((unit) => (
        <Clause key={unit.block.blockId} unit={unit} as="li" />
      ))}
    </ul>
  )
}

function Clause({ unit, as: Outer = 'div' }: { unit: Unit; as?: 'div' | 'li' }) {
  const { block } = unit
  const { reviews } = useMessages()
  const label = block.number && !block.data.numberInText ? block.number : reviews.shortAddress(block.address)
  const listed = block.kind === 'item'
  return (
    <Outer
      className={classes(styles.clause, listed && styles.item, listed && block.depth > 1 && styles.deep)}
      id={shortId(block.blockId)}
    >
      <a href={`#${shortId(block.blockId)}`} className={styles.number} title={block.address}>
        {listed && block.number ? reviews.shortAddress(block.address) : label}
        <VisuallyHidden>, {reviews.permanentAddress}</VisuallyHidden>
      </a>
      {block.kind === 'table' && <DraftTable unit={unit} />}
      {block.data.image && <Picture block={block} />}
      {block.kind !== 'table' && !block.data.image && <ClauseWords block={block} />}
      <Add block={block} />
      <Errata of={block.blockId} />
    </Outer>
  )
}

function Picture({ block }: { block: BlockView }) {
  const { slug } = useAround()
  const { image } = block.data
  if (!image) return null
  return (
    <figure className={styles.picture} data-block={block.blockId}>
      <img
        src={`/drafts/${slug}/images/${image.file}`}
        alt={image.alt}
        width={image.width ?? undefined}
        height={image.height ?? undefined}
        loading="lazy"
      />
    </figure>
  )
}

function ClauseWords({ block }: { block: BlockView }) {
  const Element = block.kind === 'quote' ? 'blockquote' : 'p'
  return (
    <Element className={classes(styles.words, block.kind === 'note' && styles.footnote)}>
      {block.kind === 'item' && <span className={styles.bullet}>{block.number ?? '–'}</span>}
      <Words block={block} />
    </Element>
  )
}

function Add({ block }: { block: BlockView }) {
  const { slug, open } = useAround()
  const { reviews } = useMessages()
  if (!open) return null
  return (
    <a
      className={styles.add}
      href={`/drafts/${slug}/remark?block=${block.blockId}`}
      data-add={block.blockId}
      data-print="off"
    >
      <span aria-hidden="true">+</span>
      <VisuallyHidden>{reviews.addTo(block.address)}</VisuallyHidden>
    </a>
  )
}
