/**
 * LEXIMIN: a lottery over panels in which the least likely person is as likely as can be, then the next, and so on.
 *
 * Flanigan, Gölz, Gupta, Hennig, Procaccia, Fair algorithms for selecting citizens' assemblies, Nature 596:548 (2021):
 * column generation. A linear programme spreads weight over the compositions known so far; its duals are prices; the
 * dearest composition of all is added, until none is dearer than the programme's own bound. Then the kinds that cannot
 * be likelier (their dual is above zero) are fixed, and the next least likely are raised.
 */
import { ModelMaker } from '#app/domain/panels/solver/model.ts'
import { solve } from '#app/domain/panels/solver/solver.server.ts'
import type { Composition, Compositions } from './compositions.server.ts'
import type { Kind } from './pool.ts'

export interface Spread {
  compositions: Composition[]
  /** one a composition, in doubles; they sum to one but for rounding */
  weights: number[]
  /** probability of a person of each kind, in doubles */
  probabilities: number[]
  /** false when time ran out before nobody could be raised any more */
  proven: boolean
}

const NEGLIGIBLE = 1e-8
// Compositions added beside each dearest one: fewer programmes, each a little larger.
const BESIDE = 6
// Even compositions to begin with, for each kind of people.
const EVEN = 3

/** Null when no panel keeps every quota. */
export async function leximin(
  source: Compositions,
  kinds: readonly Kind[],
  seconds = Number.POSITIVE_INFINITY,
): Promise<Spread | null> {
  const end = performance.now() + seconds * 1000
  const reached = await reaching(source, kinds)
  if (!reached) return null
  const { compositions } = reached
  const fixed = new Map(reached.unreachable.map((at) => [at, 0]))
  let weights: number[] = compositions.map((_, at) => (at === 0 ? 1 : 0))
  let proven = true
  while (proven && fixed.size < kinds.length) {
    const stage = await raised(source, kinds, compositions, fixed, end)
    weights = stage.weights
    proven = stage.proven
    for (const at of stage.tight) fixed.set(at, stage.least)
  }
  const probabilities = kinds.map((_, at) => fixed.get(at) ?? 0)
  return { compositions, weights, probabilities, proven }
}

/** Compositions in which every kind that can be chosen at all is chosen, and the kinds that cannot. */
async function reaching(source: Compositions, kinds: readonly Kind[]) {
  const compositions: Composition[] = distinct(source.greedy.even(EVEN * kinds.length))
  let open = kinds.flatMap((_, at) => (compositions.some((counts) => (counts[at] ?? 0) > 0) ? [] : [at]))
  while (open.length > 0) {
    const wanted = new Set(open)
    const prices = kinds.map(({ people }, at) => (wanted.has(at) ? 1 / people.length : 0))
    const found = await source.dearest(prices)
    if (!found) return null
    const left = open.filter((at) => (found[at] ?? 0) === 0)
    if (compositions.length === 0 || left.length < open.length) compositions.push(found)
    if (left.length === open.length) return { compositions, unreachable: open }
    open = left
  }
  return { compositions, unreachable: [] }
}

function distinct(all: readonly Composition[]): Composition[] {
  return [...new Map(all.map((counts) => [counts.join(), counts])).values()]
}

/** Raises the least likely of the kinds that are not fixed; adds the compositions that this needs. */
async function raised(
  source: Compositions,
  kinds: readonly Kind[],
  compositions: Composition[],
  fixed: ReadonlyMap<number, number>,
  end: number,
) {
  const known = new Set(compositions.map((counts) => counts.join()))
  for (;;) {
    const { weights, least, prices, bound } = await spread(kinds, compositions, fixed)
    if (performance.now() > end) {
      const { weights: even } = await spread(kinds, compositions, fixed, least)
      return { weights: even, least, tight: [], proven: false }
    }
    const worth = (counts: Composition) =>
      counts.reduce((sum, count, at) => sum + count * (prices[at] ?? 0), 0)
    const dearer = (counts: Composition | null): counts is Composition =>
      counts !== null && worth(counts) > bound + NEGLIGIBLE && !known.has(counts.join())
    const quick = source.greedy.dear(prices)
    const found = dearer(quick) ? quick : await source.dearest(prices)
    if (!dearer(found)) {
      const open = kinds.map((_, at) => at).filter((at) => !fixed.has(at))
      const dear = open.filter((at) => (prices[at] ?? 0) * (kinds[at]?.people.length ?? 0) > NEGLIGIBLE)
      // The prices of open kinds sum to one over people, so one of them is dear, but for rounding.
      return { weights, least, tight: dear.length > 0 ? dear : open, proven: true }
    }
    for (const counts of [found, ...source.greedy.beside(prices, found, BESIDE)]) {
      if (known.has(counts.join())) continue
      known.add(counts.join())
      compositions.push(counts)
    }
  }
}

/**
 * The programme over the compositions known: weights, the least probability, prices of kinds and what all cost.
 * With `floor`, nobody open below that and the likeliest as little likely as can be.
 */
async function spread(
  kinds: readonly Kind[],
  compositions: readonly Composition[],
  fixed: ReadonlyMap<number, number>,
  floor?: number,
) {
  const maker = new ModelMaker()
  const rows = kinds.map(({ people }, at) => {
    // The solver's own tolerance lets a fixed kind stay where the last programme put it.
    const least = fixed.get(at) ?? floor ?? 0
    return maker.row((least - (floor === undefined ? 0 : 1e-12)) * people.length, Number.POSITIVE_INFINITY)
  })
  const tops = kinds.map((_, at) =>
    floor === undefined || fixed.has(at) ? -1 : maker.row(Number.NEGATIVE_INFINITY, 0),
  )
  const whole = maker.row(1, 1)
  for (const counts of compositions) {
    const entries = counts.flatMap((count, at) => (count === 0 ? [] : [[rows[at] as number, count] as const]))
    const above = counts.flatMap((count, at) =>
      count === 0 || (tops[at] ?? -1) < 0 ? [] : [[tops[at] as number, count] as const],
    )
    maker.column(0, [...entries, ...above, [whole, 1]])
  }
  const open = kinds.flatMap(({ people }, at) =>
    fixed.has(at) ? [] : [[(floor === undefined ? rows[at] : tops[at]) as number, -people.length] as const],
  )
  maker.column(1, open, { lower: Number.NEGATIVE_INFINITY })
  const { status, values, duals } = await solve(maker.made(floor === undefined ? 'max' : 'min'))
  if (status !== 'optimal' || !values || !duals) throw new Error(`no spread of weights: ${status}`)
  return {
    weights: Array.from(values.subarray(0, compositions.length)),
    least: values[compositions.length] ?? 0,
    prices: rows.map((row) => Math.max(0, -(duals[row] ?? 0))),
    bound: duals[whole] ?? 0,
  }
}
