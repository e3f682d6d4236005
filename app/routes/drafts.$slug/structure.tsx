import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet, Stack } from '#app/ui/page.tsx'
import styles from './structure.module.css'

export interface StructureView {
  counts: { kind: 'heading' | 'paragraph' | 'item' | 'table' | 'quote' | 'note' | 'image'; count: number }[]
  headings: { id: string; title: string; depth: number }[]
  losses: {
    kind: keyof ReturnType<typeof useMessages>['reviewWork']['losses']
    count: number
    where: string[]
  }[]
}

const SHOWN = 8

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
          <p className={styles.kept}>{words.nothingLost}</p>
        ) : (
          <Notice kind="warn" title={words.lost}>
            <ul>
              {structure.losses.map(({ kind, count, where }) => (
                <li key={kind}>
                  {words.losses[kind](count)}
                  {where.length > 0 && `: ${where.slice(0, SHOWN).join('; ')}`}
                  {where.length > SHOWN && (
                    <Disclosure summary={words.morePlaces(where.length - SHOWN)} quiet>
                      {where.slice(SHOWN).join('; ')}
                    </Disclosure>
                  )}
                </li>
              ))}
            </ul>
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
