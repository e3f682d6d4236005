/**
 * Anchoring: immutable evidence of a passage, and where it stands in another version.
 *
 * A passage is found by aligning the documents, never by searching for look-alikes. When too few of its characters
 * survived it is `deleted`, when two places are as likely it is `ambiguous`; both keep a seat beside the nearest
 * surviving words. Offsets are UTF-16 code units of a block's text, half-open.
 */
import { align } from './aligning.ts'
import { containersOf } from './containers.ts'
import type { Evidence, Passage, Range, Resolution } from './passages.ts'
import { Resolver } from './resolving.ts'
import { type AnchorBlock, isContainer, unitsOf } from './units.ts'

export type * from './passages.ts'

export type AnchorFault = 'passage-not-found' | 'passage-empty' | 'passage-too-long'

const CONTEXT = 64
const MAX_PASSAGE = 20_000

/** The evidence of a passage, or why it is none. Never cuts a surrogate pair. */
export function anchorOf(blocks: readonly AnchorBlock[], range: Range): Evidence | AnchorFault {
  return anchorsIn(blocks)(range)
}

/** The same for many passages of one version: each costs what it is long, not what the version is. */
export function anchorsIn(blocks: readonly AnchorBlock[]): (range: Range) => Evidence | AnchorFault {
  const places = new Map(blocks.map(({ blockId }, at) => [blockId, at]))
  const words = blocks.filter(({ kind }) => !isContainer(kind))
  const inWords = new Map(words.map(({ blockId }, at) => [blockId, at]))
  return (range) => {
    const [from, to] = [places.get(range.fromBlockId) ?? -1, places.get(range.toBlockId) ?? -1]
    const [first, last] = [blocks[from], blocks[to]]
    if (!first || !last || from > to) return 'passage-not-found'
    if (isContainer(first.kind)) return from === to ? evidenceOfContainer(first) : 'passage-not-found'
    const fromOffset = outward(first.text, range.fromOffset, -1)
    const toOffset = outward(last.text, range.toOffset, 1)
    if (fromOffset === null || toOffset === null) return 'passage-not-found'
    const passage = { fromBlockId: first.blockId, fromOffset, toBlockId: last.blockId, toOffset }
    const [begin, end] = [inWords.get(first.blockId) ?? -1, inWords.get(last.blockId) ?? -1]
    const exact = textFrom(words.slice(begin, end + 1), passage)
    if (exact.trim() === '') return 'passage-empty'
    if (exact.length > MAX_PASSAGE) return 'passage-too-long'
    const whole = fromOffset === 0 && toOffset === last.text.length
    const address = first === last ? first.address : `${first.address} — ${last.address}`
    return { ...passage, exact, ...contextOf(words, passage, begin, end), address, whole }
  }
}

/** The whole of a block as a range. */
export function wholeOf(block: AnchorBlock): Range {
  return { fromBlockId: block.blockId, fromOffset: 0, toBlockId: block.blockId, toOffset: block.text.length }
}

/** Where each anchor of the old version stands in the new one, in the order of `anchors`. Pure. */
export function resolveAll(
  oldBlocks: readonly AnchorBlock[],
  newBlocks: readonly AnchorBlock[],
  anchors: readonly Passage[],
): Resolution[] {
  const alignment = align(unitsOf(oldBlocks), unitsOf(newBlocks))
  const resolver = new Resolver(
    alignment,
    containersOf(oldBlocks, newBlocks, alignment),
    oldBlocks,
    newBlocks,
  )
  return anchors.map((anchor) => resolver.resolve(anchor))
}

function evidenceOfContainer(block: AnchorBlock): Evidence {
  return {
    ...wholeOf(block),
    toOffset: 0,
    exact: '',
    prefix: '',
    suffix: '',
    address: block.address,
    whole: true,
  }
}

/** The words of a passage; blocks are divided by a line break. */
export function textBetween(words: readonly AnchorBlock[], range: Range): string {
  const from = words.findIndex(({ blockId }) => blockId === range.fromBlockId)
  const to = words.findIndex(({ blockId }) => blockId === range.toBlockId)
  return textFrom(words.slice(from, to + 1), range)
}

function textFrom(blocks: readonly AnchorBlock[], { fromOffset, toOffset }: Range): string {
  return blocks
    .map(({ text }, i, { length }) =>
      text.slice(i === 0 ? fromOffset : 0, i === length - 1 ? toOffset : text.length),
    )
    .join('\n')
}

function contextOf(
  words: readonly AnchorBlock[],
  range: Range,
  from: number,
  to: number,
): { prefix: string; suffix: string } {
  let prefix = words[from]?.text.slice(0, range.fromOffset) ?? ''
  for (let at = from - 1; at >= 0 && prefix.length < CONTEXT; at -= 1)
    prefix = `${words[at]?.text}\n${prefix}`
  let suffix = words[to]?.text.slice(range.toOffset) ?? ''
  for (let at = to + 1; at < words.length && suffix.length < CONTEXT; at += 1)
    suffix = `${suffix}\n${words[at]?.text}`
  return {
    prefix: prefix.slice(-CONTEXT).replace(/^[\udc00-\udfff]/, ''),
    suffix: suffix.slice(0, CONTEXT).replace(/[\ud800-\udbff]$/, ''),
  }
}

/** The offset itself, or past the half of a pair it would cut; null outside of the text. */
function outward(text: string, offset: number, by: 1 | -1): number | null {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return null
  const cut = /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '')
  return cut ? offset + by : offset
}
