/** From an address or a form to the passage it points at, and back to numbers of words. */
import type { z } from 'zod'
import type { Ctx } from '#app/domain/ctx.ts'
import { idOf, Problem } from '#app/domain/problem.ts'
import type { Remark } from '#app/domain/reviews/forms.ts'
import { versionBlocks } from '#app/domain/reviews/showing.server.ts'
import type { BlockInput } from '#app/domain/reviews/texts/blocks.ts'
import type { PassageView } from './remark-view.ts'
import { tokensIn, tokensOf } from './words.ts'

type Blocks = readonly BlockInput[]
type End = { blockId: string; offset: number }

/** What the query names: `?block=` a whole unit, `?from=<id>.<offset>&to=<id>.<offset>` selected words; null for neither. */
export function passageOf(blocks: Blocks, query: URLSearchParams): PassageView | null {
  const [from, to] = [endOf(query.get('from')), endOf(query.get('to'))]
  if (from && to) return phraseView(blocks, from, to)
  const block = query.get('block')
  return block ? wholeView(blocks, idOf(block)) : null
}

/** The units and offsets that the form's numbers of words mean. */
export async function pointedBy(ctx: Ctx, draftId: string, value: z.output<typeof Remark>) {
  const { fromBlock, toBlock, scope, fromWord, toWord } = value
  if (scope === 'whole' && fromBlock === toBlock) return { fromBlockId: fromBlock }
  const blocks = await versionBlocks(ctx, draftId, value.versionId)
  const from = tokensOf(textOf(blocks, fromBlock))[(fromWord ?? 1) - 1]
  const to = tokensOf(textOf(blocks, toBlock))[(toWord ?? 1) - 1]
  if (!from || !to || (fromBlock === toBlock && to.to <= from.from))
    throw new Problem('passage-empty', {}, 'toWord')
  return { fromBlockId: fromBlock, fromOffset: from.from, toBlockId: toBlock, toOffset: to.to }
}

function endOf(text: string | null): End | null {
  const [blockId, offset] = text?.split('.') ?? []
  return blockId && offset && /^\d{1,7}$/.test(offset)
    ? { blockId: idOf(blockId), offset: Number(offset) }
    : null
}

function wholeView(blocks: Blocks, blockId: string): PassageView | null {
  const block = blocks.find((one) => one.blockId === blockId)
  if (!block) return null
  const cells = block.kind === 'row' || block.kind === 'table' ? cellsOf(blocks, block) : []
  const text = cells.length > 0 ? cells.map((cell) => cell.text).join(' | ') : block.text
  return {
    fromBlock: blockId,
    toBlock: blockId,
    address: block.address,
    text: block.text,
    first: 1,
    last: tokensOf(block.text).length,
    whole: true,
    quote: cells.length > 0 ? text : null,
    cells: block.kind === 'row' ? cells : [],
  }
}

function phraseView(blocks: Blocks, from: End, to: End): PassageView | null {
  const [first, last] = [
    blocks.find(({ blockId }) => blockId === from.blockId),
    blocks.find(({ blockId }) => blockId === to.blockId),
  ]
  if (!first || !last || first.position > last.position) return null
  const between = blocks.filter(
    ({ position, text }) => position >= first.position && position <= last.position && text !== '',
  )
  const start = tokensIn(tokensOf(first.text), from.offset, first === last ? to.offset : first.text.length)
  const end = tokensIn(tokensOf(last.text), first === last ? from.offset : 0, to.offset)
  if (!start || !end) return null
  const quote = first === last ? null : quoted(between, start.first, end.last)
  return {
    fromBlock: first.blockId,
    toBlock: last.blockId,
    address: first === last ? first.address : `${first.address} — ${last.address}`,
    text: first.text,
    first: start.first,
    last: end.last,
    whole: false,
    quote,
    cells: [],
  }
}

function quoted(between: Blocks, firstWord: number, lastWord: number): string {
  return between
    .map(({ text }, at) => {
      const tokens = tokensOf(text)
      const from = at === 0 ? (tokens[firstWord - 1]?.from ?? 0) : 0
      const to = at === between.length - 1 ? (tokens[lastWord - 1]?.to ?? text.length) : text.length
      return text.slice(from, to)
    })
    .join('\n')
}

function cellsOf(blocks: Blocks, container: BlockInput): { blockId: string; text: string }[] {
  const inside = new Set([container.blockId])
  const cells: { blockId: string; text: string }[] = []
  for (const block of blocks) {
    if (!block.parentId || !inside.has(block.parentId)) continue
    inside.add(block.blockId)
    if (block.text !== '') cells.push({ blockId: block.blockId, text: block.text })
  }
  return cells
}

function textOf(blocks: Blocks, blockId: string): string {
  return blocks.find((block) => block.blockId === blockId)?.text ?? ''
}
