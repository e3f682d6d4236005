/**
 * A composition taken greedily by prices: quick, often the dearest, never wrong but perhaps missing. Pure.
 *
 * First what quotas demand, then the dearest that still fit. The exact search is asked only where this finds nothing
 * better, and it alone says that nothing better exists.
 */
import { brokenBy, type Kind, type Pool } from './pool.ts'

export class Greedy {
  private readonly members: number[][]

  constructor(
    private readonly pool: Pick<Pool, 'quotas' | 'size'>,
    private readonly kinds: readonly Kind[],
  ) {
    this.members = pool.quotas.map(() => [])
    for (const [at, { quotas }] of kinds.entries()) for (const quota of quotas) this.members[quota]?.push(at)
  }

  /** A composition that keeps every quota, or null. */
  dear(prices: readonly number[]): number[] | null {
    const { quotas, size } = this.pool
    const counts = this.kinds.map(() => 0)
    const held = quotas.map(() => 0)
    let left = size
    const fits = (at: number) => {
      const { people, quotas: own } = this.kinds[at] as Kind
      const full = own.some((quota) => (held[quota] ?? 0) >= (quotas[quota]?.max ?? 0))
      return !full && (counts[at] ?? 0) < people.length
    }
    const take = (from: readonly number[], most: number) => {
      for (const at of from) {
        for (let taken = 0; taken < most && left > 0 && fits(at); taken += 1) {
          counts[at] = (counts[at] ?? 0) + 1
          for (const quota of this.kinds[at]?.quotas ?? []) held[quota] = (held[quota] ?? 0) + 1
          left -= 1
        }
      }
    }
    const dearer = (a: number, b: number) => (prices[b] ?? 0) - (prices[a] ?? 0) || a - b
    for (const [quota, { min }] of quotas.entries()) {
      const able = [...(this.members[quota] ?? [])].sort(dearer)
      for (const at of able) if ((held[quota] ?? 0) < min) take([at], min - (held[quota] ?? 0))
    }
    take([...this.kinds.keys()].sort(dearer), size)
    return brokenBy(counts, this.kinds, this.pool).length === 0 ? counts : null
  }

  /** Compositions in which those taken least so far come first: together they are nearly even. */
  even(count: number): number[][] {
    const used = this.kinds.map(() => 0)
    const found: number[][] = []
    for (let round = 0; round < count; round += 1) {
      const next = this.dear(used.map((times, at) => 1 / (1 + times / (this.kinds[at]?.people.length ?? 1))))
      if (!next) break
      for (const [at, taken] of next.entries()) used[at] = (used[at] ?? 0) + taken
      found.push(next)
    }
    return found
  }

  /** Some compositions beside the dearest, each keen on what those before left out. */
  beside(prices: readonly number[], first: readonly number[], count: number): number[][] {
    const found: number[][] = []
    const base = Math.max(...prices) / 1000
    let [rest, last] = [prices.map((price) => price + base), first]
    for (let round = 0; round < count; round += 1) {
      rest = rest.map((price, at) => ((last[at] ?? 0) > 0 ? price / 8 : price))
      const next = this.dear(rest)
      if (!next) break
      found.push(next)
      last = next
    }
    return found
  }
}
