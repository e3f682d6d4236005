/** What an import understood, for the preview before saving. */
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import type { Imported } from '#app/domain/reviews/texts/importing.ts'
import type { StructureView } from './structure.tsx'

const shownKinds = ['heading', 'paragraph', 'item', 'table', 'quote', 'note', 'image'] as const

export function structureOf({ doc, losses }: Pick<Imported, 'doc' | 'losses'>): StructureView {
  const blocks = blocksOf(doc)
  return {
    counts: shownKinds
      .map((kind) => ({ kind, count: blocks.filter((block) => block.kind === kind).length }))
      .filter(({ count }) => count > 0),
    headings: blocks
      .filter(({ kind }) => kind === 'heading')
      .map(({ blockId, number, text, depth }) => ({
        id: blockId,
        title: [number, text].filter(Boolean).join(' '),
        depth,
      })),
    losses: losses.map(({ kind, count, where }) => ({ kind, count, where })),
  }
}
