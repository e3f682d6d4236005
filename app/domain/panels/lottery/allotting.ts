/**
 * From weighted compositions to weighted panels of people, with the people of one kind exactly alike and few panels.
 *
 * Weights lie on a line from 0 to 1. On each stretch of it a kind has so many seats; each of its n people must sit on
 * stretches of total length p = seats·length ÷ n. One person after another takes the stretches with the most seats left
 * and at most one of them is cut: by the theorem of Gale and Ryser (both Pacific J. Math. 7, 1957) the seats always
 * come out even, and there are at most as many panels as compositions and people together. Whole numbers throughout.
 */
import { type Fraction, fraction, lcm } from '#app/domain/panels/fractions.ts'
import type { Kind } from './pool.ts'
import type { Weighed } from './weighing.ts'

export interface Panel {
  /** places in the pool, in order */
  members: number[]
  weight: Fraction
}
type Stretch = { length: bigint; counts: readonly number[]; members: number[]; left: number }

/** `probabilities` are exact, one a kind; `order` is the order in which the people of a kind are seated. */
export function allotted(
  weighedAll: readonly Weighed[],
  kinds: readonly Kind[],
  probabilities: readonly Fraction[],
  order: (people: readonly number[], kind: number) => readonly number[] = (people) => people,
): Panel[] {
  const below = [...weighedAll.map(({ weight }) => weight), ...probabilities].reduce(
    (common, { d }) => lcm(common, d),
    1n,
  )
  let line: Stretch[] = weighedAll.map(({ counts, weight }) => ({
    length: weight.n * (below / weight.d),
    counts,
    members: [],
    left: 0,
  }))
  for (const [kind, { people }] of kinds.entries()) {
    const { n, d } = probabilities[kind] as Fraction
    const due = n * (below / d)
    for (const stretch of line) stretch.left = stretch.counts[kind] ?? 0
    if (due > 0n) for (const person of order(people, kind)) line = seated(line, person, due)
  }
  return line.map(({ length, members }) => ({
    members: members.sort((a, b) => a - b),
    weight: fraction(length, below),
  }))
}

/** Seats one person for the length due: where the most seats are left first; the last stretch may be cut in two. */
function seated(line: readonly Stretch[], person: number, due: bigint): Stretch[] {
  const places = line
    .map((_, at) => at)
    .filter((at) => (line[at] as Stretch).left > 0)
    .sort((a, b) => (line[b] as Stretch).left - (line[a] as Stretch).left || a - b)
  const cut = new Map<number, bigint>()
  let rest = due
  for (const at of places) {
    if (rest === 0n) break
    const { length } = line[at] as Stretch
    const taken = length < rest ? length : rest
    cut.set(at, taken)
    rest -= taken
  }
  if (rest !== 0n) throw new Error('seats that do not come out even')
  return line.flatMap((stretch, at) => {
    const taken = cut.get(at)
    if (taken === undefined) return [stretch]
    const sits = { ...stretch, length: taken, left: stretch.left - 1, members: [...stretch.members, person] }
    if (taken === stretch.length) return [sits]
    return [sits, { ...stretch, length: stretch.length - taken, members: [...stretch.members] }]
  })
}
