import type { ReactNode } from 'react'
import { Anchor } from '#app/ui/anchor.tsx'
import { classes } from '#app/ui/classes.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { toneClass } from '#app/ui/tone.ts'
import { useAround } from './around.ts'
import styles from './draft-text.module.css'
import { type Run, runsOf, shortId } from './layout.ts'
import { type BlockView, toneOfKind } from './views.ts'

/** The words of a unit and nothing else, so that a selection in it counts the same offsets as the server. */
export function Words({ block }: { block: BlockView }) {
  const { passages } = useAround()
  return (
    <span data-block={block.blockId}>
      {runsOf(block, passages.get(block.blockId) ?? []).map((run) => (
        <RunView key={run.from} run={run} />
      ))}
    </span>
  )
}

function RunView({ run }: { run: Run }) {
  const { notes, footnotes } = useAround()
  const reviews = useMessages().reviews
  const [nearest] = run.remarks
  const note = nearest === undefined ? undefined : notes.get(nearest)
  let words: ReactNode = run.text
  if (run.italic) words = <em>{words}</em>
  if (run.bold) words = <strong>{words}</strong>
  if (run.small === 'superscript') words = <sup>{words}</sup>
  if (run.small === 'subscript') words = <sub>{words}</sub>
  const number = run.note === undefined ? undefined : footnotes.get(run.note)
  // the number is drawn by the style sheet: offsets of a selection count only the words
  const reference = number !== undefined && run.note !== undefined && (
    // biome-ignore lint/a11y/useAnchorContent: its content is drawn, its name is said by the label
    <a
      className={styles.noteRef}
      href={`#${shortId(run.note)}`}
      data-number={number}
      aria-label={reviews.footnote(number)}
    />
  )
  if (!note)
    return (
      <>
        {run.href ? <Anchor href={run.href}>{words}</Anchor> : words}
        {reference}
      </>
    )
  return (
    <>
      <mark
        className={classes(
          styles.mark,
          toneClass(toneOfKind[note.kind]),
          run.remarks.length > 1 && styles.several,
        )}
        data-remarks={run.remarks.join(' ')}
      >
        <a href={`#r-${note.number}`}>{words}</a>
      </mark>
      {reference}
    </>
  )
}
