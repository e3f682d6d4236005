/** Synthetic revisions with known provenance: each character of the new text knows which old character it was. */

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A paragraph of the new text; `origins` holds the old place of each character, -1 for a new one. */
export interface Revised {
  text: string
  origins: number[]
}

interface Shares {
  deleted: number
  moved: number
  split: number
  merged: number
  light: number
  rewritten: number
  doubled: number
}

export type Mutation = keyof Shares

/** The mix of anchors, 3.6: shares of paragraphs. */
export const USUAL: Shares = {
  deleted: 0.05,
  moved: 0.04,
  split: 0.04,
  merged: 0.03,
  light: 0.12,
  rewritten: 0.05,
  doubled: 0.06,
}

const REWRITTEN_WORDS = 0.45
const LIGHT_WORDS = 3

/** A revision of paragraphs; `begins[i]` is the place of paragraph i in the old text. */
export function revise(
  texts: readonly string[],
  begins: readonly number[],
  random: () => number,
  shares: Shares = USUAL,
  note: (at: number, mutation: Mutation) => void = () => {},
): Revised[] {
  const words = texts.flatMap((text) => text.match(/\p{L}{4,}/gu) ?? [])
  const other = () => words[Math.floor(random() * words.length)] ?? 'слово'
  const kept: Revised[] = []
  const moved: Revised[] = []
  const doubles: Revised[] = []
  texts.forEach((text, at) => {
    const block = { text, origins: Array.from(text, (_, i) => i).map((i) => (begins[at] ?? 0) + i) }
    const double =
      random() < shares.doubled ? strange(edited(block, 1 / wordsIn(block), random, other)) : null
    if (double) doubles.push(double)
    let dice = random()
    const is = (share: number) => {
      dice -= share
      return dice < 0
    }
    const took = (mutation: Mutation) => {
      const chosen = is(shares[mutation])
      if (chosen) note(at, mutation)
      return chosen
    }
    if (took('deleted')) {
      // a copy word for word of what was cut is a move, whatever the dice called it
      if (double?.text === text) double.origins = block.origins
      return
    }
    if (took('moved')) moved.push(block)
    else if (took('split')) kept.push(...halves(block))
    else if (kept.length > 0 && took('merged')) kept.push(joined(kept.pop() as Revised, block))
    else if (took('light')) kept.push(edited(block, LIGHT_WORDS / wordsIn(block), random, other))
    else if (took('rewritten')) kept.push(edited(block, REWRITTEN_WORDS, random, other))
    else kept.push(block)
  })
  for (const block of [...moved, ...doubles]) kept.splice(Math.floor(random() * (kept.length + 1)), 0, block)
  return kept
}

const wordsIn = ({ text }: Revised) => Math.max(text.match(/\p{L}+/gu)?.length ?? 0, 1)

/** A near-duplicate comes from nowhere: an anchor that lands on it lies. */
const strange = ({ text }: Revised): Revised => ({ text, origins: Array.from(text, () => -1) })

/** About this share of the words become other words. */
function edited(block: Revised, share: number, random: () => number, other: () => string): Revised {
  const result: Revised = { text: '', origins: [] }
  for (const { 0: piece, index } of block.text.matchAll(/\p{L}+|\P{L}+/gu)) {
    const replaced = /\p{L}/u.test(piece) && random() < share
    const text = replaced ? other() : piece
    result.text += text
    for (let i = 0; i < text.length; i += 1)
      result.origins.push(replaced ? -1 : (block.origins[index + i] ?? -1))
  }
  return result
}

function halves(block: Revised): Revised[] {
  const middle = block.text.indexOf(' ', Math.floor(block.text.length / 2))
  if (middle < 0) return [block]
  const part = (from: number, to?: number) => ({
    text: block.text.slice(from, to),
    origins: block.origins.slice(from, to),
  })
  return [part(0, middle), part(middle + 1)]
}

function joined(a: Revised, b: Revised): Revised {
  return { text: `${a.text} ${b.text}`, origins: [...a.origins, -1, ...b.origins] }
}
