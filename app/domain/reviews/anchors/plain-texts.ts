/**
 * Anchors in two plain texts: the same resolving as between versions, for anyone who wants to check it on texts of
 * their own (`npm run anchors:resolve`). A paragraph is what stands between blank lines; every offset is a UTF-16 code
 * unit of the text as it was read.
 */
import { type AnchorFault, anchorsIn, type Part, type Resolution, resolveAll } from './anchoring.ts'
import type { AnchorBlock } from './units.ts'

/** A passage of a text: half-open. */
export interface Span {
  from: number
  to: number
}

export interface TextAnchor extends Span {
  id: string | number
}

export interface TextResolution extends Span {
  id: string | number
  status: Resolution['status']
  /** what now stands there; empty when deleted */
  text: string
  /** share of the letters that survived, 0 to 1 */
  score: number
  parts?: Span[]
  candidates?: (Span & { score: number })[]
}

type Paragraph = AnchorBlock & Span

/** Where each anchor of the old text stands in the new one, in their order; the first anchor that is none is named. */
export function resolveTexts(
  oldText: string,
  newText: string,
  anchors: readonly TextAnchor[],
): TextResolution[] | { id: string | number; fault: AnchorFault } {
  const [before, after] = [paragraphsOf(oldText, 'old'), paragraphsOf(newText, 'new')]
  const evidenceOf = anchorsIn(before)
  const found = []
  for (const { id, from, to } of anchors) {
    const anchor = evidenceOf(rangeIn(before, { from, to }, oldText.length))
    if (typeof anchor === 'string') return { id, fault: anchor }
    found.push(anchor)
  }
  const places = new Map(after.map((paragraph) => [paragraph.blockId, paragraph]))
  return resolveAll(before, after, found).map((place, at) =>
    shown(anchors[at]?.id ?? at, place, newText, places),
  )
}

/** Paragraphs with their places; ids are those of one side alone, so that nothing but words can pair them. */
function paragraphsOf(text: string, side: 'old' | 'new'): Paragraph[] {
  const bounds = [...text.matchAll(/\S(?:(?!\r?\n[^\S\n]*\r?\n)[\s\S])*/g)]
  return bounds.map(({ 0: words, index }, at) => ({
    blockId: `${side}-${at}`,
    parentId: null,
    kind: 'paragraph',
    text: words.trimEnd(),
    address: String(at + 1),
    from: index,
    to: index + words.trimEnd().length,
  }))
}

/** Blank lines at an edge belong to no paragraph: the passage then begins or ends with the words beside them. */
function rangeIn(paragraphs: readonly Paragraph[], { from, to }: Span, length: number) {
  const first = paragraphs[countUntil(paragraphs, (paragraph) => paragraph.to > from)]
  const last = paragraphs[countUntil(paragraphs, (paragraph) => paragraph.from >= to) - 1]
  const valid = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= length
  return {
    fromBlockId: (valid && first?.blockId) || '',
    fromOffset: Math.max(from - (first?.from ?? 0), 0),
    toBlockId: (valid && last?.blockId) || '',
    toOffset: Math.min(to, last?.to ?? 0) - (last?.from ?? 0),
  }
}

/** How many paragraphs stand before the first that fulfils the condition; those after it do, too. */
function countUntil(paragraphs: readonly Paragraph[], isThere: (paragraph: Paragraph) => boolean): number {
  let [low, high] = [0, paragraphs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const paragraph = paragraphs[middle]
    if (paragraph && isThere(paragraph)) high = middle
    else low = middle + 1
  }
  return low
}

function shown(
  id: string | number,
  place: Resolution,
  text: string,
  paragraphs: ReadonlyMap<string, Paragraph>,
): TextResolution {
  const offset = (blockId: string, within: number) => (paragraphs.get(blockId)?.from ?? 0) + within
  const spanOf = ({ blockId, from, to }: Part): Span => ({
    from: offset(blockId, from),
    to: offset(blockId, to),
  })
  const parts = place.parts?.map(spanOf)
  const from = Math.min(
    offset(place.fromBlockId, place.fromOffset),
    ...(parts ?? []).map((part) => part.from),
  )
  const to = Math.max(offset(place.toBlockId, place.toOffset), ...(parts ?? []).map((part) => part.to))
  return {
    id,
    status: place.status,
    from,
    to,
    text: text.slice(from, to),
    score: place.score,
    ...(parts && { parts }),
    ...(place.candidates && {
      candidates: place.candidates.map((candidate) => ({ ...spanOf(candidate), score: candidate.score })),
    }),
  }
}
