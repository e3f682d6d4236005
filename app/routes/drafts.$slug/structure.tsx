import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet, Stack } from '#app/ui/page.tsx'
import { Losses, type LossView } from './losses.tsx'
import styles from './structure.module.css'

export interface StructureView {
  counts: { kind: 'heading' | 'paragraph' | 'item' | 'table' | 'quote' | 'note' | 'image'; count: number }[]
  headings: { id: string; title: string; depth: number }[]
  losses: LossView[]
  /** nobody has decided on the tracked changes: the text is not known yet, so nothing is promised about it */
  undecided?: boolean
}

/** What the import understood and what it could not keep, before anything is saved. */
export function Structure({ structure }: { structure: StructureView }) {
  const { reviewWork } = useMessages()
  const words = reviewWork
  return (
    <Sheet>
      <Stack gap={2}>
        <h2>{words.previewTitle}</h2>
        <p>{structure.counts.map(({ kind, count }) => words.recognised[kind](count)).join(', ')}</p>
        {structure.losses.length === 0 ? (
          !structure.undecided && <p className={styles.kept}>{words.nothingLost}</p>
        ) : (
          <Notice kind="warn" title={words.lost}>
            <Losses losses={structure.losses} />
          </Notice>
        )}
        {structure.headings.length === 0 ? (
          <Notice>{words.noHeadings}</Notice>
        ) : (
          <div>
            <h3>{words.structure}</h3>
            <ol className={styles.headings}>
              {structure.headings.map(({ id, title, depth }) => (
                <li key={id} data-depth={depth}>
                  {title}
                </li>
              ))}
            </ol>
          </div>
        )}
      </Stack>
    </Sheet>
  )
}
