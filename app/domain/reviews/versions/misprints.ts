/**
 * Misprints: where the words to be put right stand in a unit, and whether the change is small enough to be no change of
 * meaning. Pure. What is compared is the shortest differing run: the common beginning and end of both are left out.
 */
import { Problem } from '#app/domain/problem.ts'

export interface Misprint {
  fromOffset: number
  before: string
  after: string
}
export interface MisprintLimits {
  /** characters of the differing run, on either side */
  characters: number
  /** words whose coming or going changes the meaning */
  meaning: readonly string[]
}

/** The misprint in the words of a unit; Problems erratum-words, -many, -same, -large, -meaning, -overlaps. */
export function misprintIn(
  text: string,
  { before, after }: { before: string; after: string },
  earlier: readonly Misprint[],
  { characters, meaning }: MisprintLimits,
): Misprint {
  if (before === after) throw new Problem('erratum-same', {}, 'after')
  const fromOffset = text.indexOf(before)
  if (before === '' || fromOffset < 0) throw new Problem('erratum-words', {}, 'before')
  if (text.indexOf(before, fromOffset + 1) >= 0) throw new Problem('erratum-many', {}, 'before')
  const run = differing(before, after)
  if (Math.max(run.before.length, run.after.length) > characters)
    throw new Problem('erratum-large', { characters }, 'after')
  const word = meaning.find((one) => timesOf(one, before) !== timesOf(one, after))
  if (word) throw new Problem('erratum-meaning', { word }, 'after')
  const overlaps = earlier.some(
    (one) => one.fromOffset < fromOffset + before.length && fromOffset < one.fromOffset + one.before.length,
  )
  if (overlaps) throw new Problem('erratum-overlaps', {}, 'before')
  return { fromOffset, before, after }
}

/** What is left of both when their common beginning and end are taken away. */
export function differing(before: string, after: string): { before: string; after: string } {
  const [one, two] = [[...before], [...after]]
  let start = 0
  while (start < one.length && start < two.length && one[start] === two[start]) start += 1
  let end = 0
  const most = Math.min(one.length, two.length) - start
  while (end < most && one[one.length - 1 - end] === two[two.length - 1 - end]) end += 1
  return {
    before: one.slice(start, one.length - end).join(''),
    after: two.slice(start, two.length - end).join(''),
  }
}

function timesOf(word: string, text: string): number {
  return (text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []).filter((one) => one === word).length
}
