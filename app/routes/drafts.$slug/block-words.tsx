import type { ReactNode } from 'react'
import { Anchor } from '#app/ui/anchor.tsx'
import { classes } from '#app/ui/classes.ts'
import { toneClass } from '#app/ui/tone.ts'
import { useAround } from './around.ts'
import styles from './draft-text.module.css'
import { type Run, runsOf } from './layout.ts'
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
  const { notes } = useAround()
  const [nearest] = run.remarks
  const note = nearest === undefined ? undefined : notes.get(nearest)
  let words: ReactNode = run.text
  if (run.italic) words = <em>{words}</em>
  if (run.bold) words = <strong>{words}</strong>
  if (!note) return run.href ? <Anchor href={run.href}>{words}</Anchor> : words
  return (
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
  )
}
