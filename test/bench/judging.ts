/**
 * Judging the bench `anchors` by the provenance of each character.
 *
 * Right: at least 0.8 of what the resolved place and the true image cover is in both. Wrong: less than half is, and
 * nothing warns of it. Lie: a place is named for a passage of which at most 5 % survived. Passages of which 5 to 30 %
 * survived are left out: nobody could say what is right for them.
 */
import type { Span, TextResolution } from '#app/domain/reviews/anchors/plain-texts.ts'

export type Outcome = 'right' | 'near' | 'wrong' | 'flagged' | 'lie' | 'gone' | 'undecidable'

export interface Judged {
  oldText: string
  newText: string
  /** old place of each character of the new text, -1 for a new one */
  origins: readonly number[]
  anchors: readonly (Span & { id: number })[]
}

/** The outcome of each anchor, in their order. */
export function outcomesOf(
  { oldText, newText, origins, anchors }: Judged,
  found: readonly TextResolution[],
): Outcome[] {
  const images = imagesOf(oldText, newText, origins)
  return anchors.map((anchor, at) => {
    const place = found[at]
    if (!place) throw new Error(`no answer for ${anchor.id}`)
    const { share, image } = images(anchor)
    const warned = place.status === 'deleted' || place.status === 'ambiguous'
    if (share <= 0.05) return warned ? 'gone' : 'lie'
    if (share < 0.3) return 'undecidable'
    if (warned) return 'flagged'
    const common = overlap(
      image,
      (place.parts ?? [place]).flatMap((part) => linesOf(newText, part)),
    )
    return common >= 0.8 ? 'right' : common < 0.5 ? 'wrong' : 'near'
  })
}

export function count(outcomes: readonly Outcome[], ...kinds: Outcome[]): number {
  return outcomes.filter((outcome) => kinds.includes(outcome)).length
}

/** The true image of a passage: what survived of it, paragraph by paragraph from the first such letter to the last. */
export function imagesOf(oldText: string, newText: string, origins: readonly number[]) {
  const now = new Int32Array(oldText.length).fill(-1)
  origins.forEach((origin, at) => {
    if (origin >= 0) now[origin] = at
  })
  const lineOf = new Int32Array(newText.length)
  for (let at = 1; at < newText.length; at += 1)
    lineOf[at] = (lineOf[at - 1] ?? 0) + (newText[at - 1] === '\n' ? 1 : 0)
  return ({ from, to }: Span) => {
    const lines = new Map<number, Span>()
    let [letters, kept] = [0, 0]
    for (let at = from; at < to; at += 1) {
      if (/\s/.test(oldText[at] ?? '')) continue
      letters += 1
      const place = now[at] ?? -1
      if (place < 0) continue
      kept += 1
      const line = lineOf[place] ?? 0
      const span = lines.get(line)
      lines.set(line, { from: Math.min(span?.from ?? place, place), to: Math.max(span?.to ?? 0, place + 1) })
    }
    return { share: letters === 0 ? 0 : kept / letters, image: [...lines.values()] }
  }
}

/** A range without the blank lines in it. */
function linesOf(text: string, { from, to }: Span): Span[] {
  return [...text.slice(from, to).matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    from: from + index,
    to: from + index + line.length,
  }))
}

/** Characters in both ÷ characters in either. */
function overlap(a: readonly Span[], b: readonly Span[]): number {
  const size = (spans: readonly Span[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0)
  const common = a.reduce(
    (sum, one) =>
      sum +
      b.reduce((part, two) => part + Math.max(0, Math.min(one.to, two.to) - Math.max(one.from, two.from)), 0),
    0,
  )
  return common / Math.max(size(a) + size(b) - common, 1)
}
