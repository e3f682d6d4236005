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
