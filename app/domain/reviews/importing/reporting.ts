/** What an import gives, in the shape that the command prints. Pure. */
import type { BlockInput } from '#app/domain/reviews/texts/blocks.ts'
import type { Loss } from '#app/domain/reviews/texts/losses.ts'
import type { Converted } from './imported.ts'

export interface ImportReport {
  blocks: { id: string; kind: string; number: string | null; text: string; address: string }[]
  losses: Loss[]
  suggestions?: { where: string; old: string; replacement: string; author: string }[]
}

/** Comments in the margin are no part of a text: where nobody is asked about them, they are lost. */
export function importReport(imported: Converted, blocks: readonly BlockInput[]): ImportReport {
  const addresses = new Map(blocks.map(({ blockId, address }) => [blockId, address]))
  const where = imported.comments.map(({ from }) => addresses.get(from?.blockId ?? '') ?? '')
  const comments: Loss[] =
    where.length > 0
      ? [{ kind: 'comment', count: where.length, where: [...new Set(where.filter((one) => one !== ''))] }]
      : []
  return {
    blocks: blocks.map(({ blockId, kind, number, text, address }) => ({
      id: blockId,
      kind,
      number,
      text,
      address,
    })),
    losses: [...imported.losses, ...comments],
    ...(imported.suggestions.length > 0 && {
      suggestions: imported.suggestions.map(({ blockId, old, replacement, author }) => ({
        where: addresses.get(blockId) ?? '',
        old,
        replacement,
        author,
      })),
    }),
  }
}
