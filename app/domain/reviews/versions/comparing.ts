/**
 * Comparing two versions: units are aligned first, words are compared inside each pair. So a moved paragraph is shown
 * as moved, and a rewritten one never runs into its neighbour.
 */
import { align } from '#app/domain/reviews/anchors/aligning.ts'
import { matchTokens } from '#app/domain/reviews/anchors/matching.ts'
import { isContainer, unitsOf } from '#app/domain/reviews/anchors/units.ts'
import type { BlockInput } from '#app/domain/reviews/texts/blocks.ts'

export interface DiffPart {
  op: 'same' | 'ins' | 'del'
  text: string
}
/** One unit of the comparison in the order of the newer version; what was deleted stands where it stood. */
export interface DiffRow {
  change: 'same' | 'edited' | 'moved' | 'inserted' | 'deleted'
  /** the newer unit; of a deleted one the older */
  block: BlockInput
  /** the address in the older version, when there was one */
  from: string | null
  /** units of the older and of the newer version that it is made of */
  olds: string[]
  news: string[]
  parts: DiffPart[]
}

export function compare(before: readonly BlockInput[], after: readonly BlockInput[]): DiffRow[] {
  const alignment = align(unitsOf(before), unitsOf(after))
  const olds = new Map(before.map((block) => [block.blockId, block]))
  const partnerOf = new Map<string, { blocks: BlockInput[]; moved: boolean }>()
  const gone = new Set(alignment.old.map(({ blockId }) => blockId))
  for (const group of new Set(alignment.groupOf)) {
    if (!group) continue
    const blocks = group.old.flatMap((at) => olds.get(alignment.old[at]?.blockId ?? '') ?? [])
    const carrier = alignment.new[group.pair[1]]?.blockId
    for (const block of blocks) gone.delete(block.blockId)
    for (const at of group.new) {
      const id = alignment.new[at]?.blockId ?? ''
      partnerOf.set(id, { blocks: id === carrier ? blocks : [], moved: group.moved })
    }
  }
  const rows = after
    .filter(({ kind }) => !isContainer(kind))
    .map((block) => rowOf(block, partnerOf.get(block.blockId)))
  return withDeleted(rows, before, gone)
}

function rowOf(block: BlockInput, partner: { blocks: BlockInput[]; moved: boolean } | undefined): DiffRow {
  const first = partner?.blocks[0]
  const news = [block.blockId]
  if (!first)
    return { change: 'inserted', block, from: null, olds: [], news, parts: [{ op: 'ins', text: block.text }] }
  const parts = inRuns(wordParts(partner.blocks.map(({ text }) => text).join(' '), block.text))
  const same = parts.every(({ op }) => op === 'same')
  const change = partner.moved ? 'moved' : same ? 'same' : 'edited'
  const olds = partner.blocks.map(({ blockId }) => blockId)
  return { change, block, from: first.address, olds, news, parts }
}

/** Puts each deleted unit after the unit that stood before it. */
function withDeleted(rows: DiffRow[], before: readonly BlockInput[], gone: Set<string>): DiffRow[] {
  const standsIn = new Map(rows.flatMap(({ olds, block }) => olds.map((id) => [id, block.blockId] as const)))
  const after = new Map<string | null, DiffRow[]>()
  let previous: string | null = null
  for (const block of before) {
    if (isContainer(block.kind)) continue
    if (!gone.has(block.blockId)) {
      previous = standsIn.get(block.blockId) ?? previous
      continue
    }
    const row: DiffRow = {
      change: 'deleted',
      block,
      from: block.address,
      olds: [block.blockId],
      news: [],
      parts: [{ op: 'del', text: block.text }],
    }
    after.set(previous, [...(after.get(previous) ?? []), row])
  }
  return [
    ...(after.get(null) ?? []),
    ...rows.flatMap((row) => [row, ...(after.get(row.block.blockId) ?? [])]),
  ]
}

const token = /[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu

/** The words that stayed, came and went; whole texts when they have too little in common. */
export function wordParts(before: string, after: string): DiffPart[] {
  if (before === after) return [{ op: 'same', text: after }]
  const [olds, news] = [before.match(token) ?? [], after.match(token) ?? []]
  const matches = matchTokens(olds, news)
  const parts: DiffPart[] = []
  const put = (op: DiffPart['op'], text: string) => {
    const last = parts.at(-1)
    if (text !== '' && last?.op === op) last.text += text
    else if (text !== '') parts.push({ op, text })
  }
  let [x, y] = [0, 0]
  for (let at = 0; at <= olds.length; at += 1) {
    const match = at === olds.length ? news.length : (matches[at] ?? -1)
    if (match < 0) continue
    put('del', olds.slice(x, at).join(''))
    put('ins', news.slice(y, match).join(''))
    put('same', news[match] ?? '')
    ;[x, y] = [at + 1, match + 1]
  }
  return parts
}

/** Words changed one after another are one change: a space that stayed between them does not part them for a reader. */
function inRuns(parts: readonly DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = []
  for (const [at, part] of parts.entries()) {
    const [del, ins] = [runs.at(-2), runs.at(-1)]
    const behind = parts[at + 1]?.op === 'del' && parts[at + 2]?.op === 'ins'
    const joins = part.op === 'same' && behind && part.text.trim() === '' && part.text !== '\n'
    if (joins && del?.op === 'del' && ins?.op === 'ins') {
      del.text += part.text
      ins.text += part.text
    } else if (part.op === 'del' && del?.op === 'del' && ins?.op === 'ins') del.text += part.text
    else if (part.op === 'ins' && ins?.op === 'ins') ins.text += part.text
    else runs.push({ ...part })
  }
  return runs
}
