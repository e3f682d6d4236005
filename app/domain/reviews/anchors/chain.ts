/** The longest increasing chain (patience method): the pairs that kept their order; the others were moved. */
export function longestChain(values: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous = new Int32Array(values.length).fill(-1)
  values.forEach((value, at) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    if (low > 0) previous[at] = tails[low - 1] ?? -1
    tails[low] = at
  })
  const chain = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) chain.add(at)
  return chain
}

/** Places on both sides that belong together, from the first to the last, and what it is worth to keep them. */
export interface Weighed {
  o: number
  oLast: number
  n: number
  nLast: number
  gain: number
}

/** Those that keep their order on both sides and are worth most together (weighted chain over a Fenwick tree). */
export function heaviestChain<T extends Weighed>(items: readonly T[], width: number): T[] {
  const ordered = [...items].sort((a, b) => a.o - b.o || a.n - b.n)
  const totals = new Float64Array(ordered.length)
  const previous = new Int32Array(ordered.length).fill(-1)
  const best = new Int32Array(width + 1).fill(-1)
  const better = (a: number, b: number) => (a < 0 || (b >= 0 && (totals[b] ?? 0) > (totals[a] ?? 0)) ? b : a)
  const ending = ordered
    .map((_, at) => at)
    .sort((a, b) => (ordered[a]?.oLast ?? 0) - (ordered[b]?.oLast ?? 0))
  let [last, ended] = [-1, 0]
  ordered.forEach(({ o, n, gain }, at) => {
    for (; (ordered[ending[ended] ?? -1]?.oLast ?? o) < o; ended += 1) {
      const done = ending[ended] ?? 0
      for (let i = (ordered[done]?.nLast ?? 0) + 1; i <= width; i += i & -i)
        best[i] = better(best[i] ?? -1, done)
    }
    let before = -1
    for (let i = n; i > 0; i -= i & -i) before = better(before, best[i] ?? -1)
    previous[at] = before
    totals[at] = gain + (before < 0 ? 0 : (totals[before] ?? 0))
    last = better(last, at)
  })
  const chain: T[] = []
  for (let at = last; at >= 0; at = previous[at] ?? -1) chain.push(ordered[at] as T)
  return chain.reverse()
}
