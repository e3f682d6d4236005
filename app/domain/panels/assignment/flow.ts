/**
 * The plain assignment as a flow of least cost: successive shortest paths with potentials.
 *
 * Each submission sends k units to experts, an expert takes as many as its cap, a pair at most one. One seat after another
 * is placed along the cheapest path that may move people already placed (Busacker and Gowen 1961), found by Dijkstra on
 * costs reduced by potentials (Edmonds and Karp 1972; Tomizawa 1971). Costs are whole numbers, so the potentials are too,
 * and they are the prices of the certificate: `worth` of a submission's seat, `price` of an expert's.
 */
import type { Candidates } from './candidates.ts'
import { Heap } from './heap.ts'

export interface Flow {
  panels: number[][]
  worth: Float64Array
  price: Float64Array
}

/** The best panels among the candidates, or null when they cannot fill every seat. */
export function flowOf({ experts, units }: Candidates, k: number, caps: Int32Array): Flow | null {
  const search = new Search(experts, units, caps)
  for (let j = 0; j < experts.length; j += 1) {
    for (let seat = 0; seat < k; seat += 1) if (!search.place(j)) return null
  }
  return search.flow()
}

class Search {
  private readonly worth: Float64Array
  private readonly price: Float64Array
  /** per submission: which of its candidates sit in its panel */
  private readonly taken: Uint8Array[]
  /** per expert: submission and candidate's place, of each seat taken */
  private readonly seats: { submission: number; at: number }[][]
  // a node is an expert, or a submission after all experts
  private readonly distance: Float64Array
  private readonly stamp: Int32Array
  private readonly settled: Int32Array
  /** the candidate's place by which an expert was reached, and the submission; or the expert by which a submission was */
  private readonly by: Int32Array
  private readonly from: Int32Array
  private readonly heap = new Heap()
  private round = 0
  private readonly visited: number[] = []

  constructor(
    private readonly experts: readonly Int32Array[],
    private readonly units: readonly Float64Array[],
    private readonly caps: Int32Array,
  ) {
    const [n, m] = [caps.length, experts.length]
    this.worth = Float64Array.from(units, (row) => row[0] ?? 0)
    this.price = new Float64Array(n)
    this.taken = experts.map((list) => new Uint8Array(list.length))
    this.seats = Array.from({ length: n }, () => [])
    this.distance = new Float64Array(n + m)
    this.stamp = new Int32Array(n + m)
    this.settled = new Int32Array(n + m)
    this.by = new Int32Array(n + m)
    this.from = new Int32Array(n + m)
  }

  flow(): Flow {
    const panels = this.experts.map((list, j) => [...list].filter((_, at) => this.taken[j]?.[at]))
    return { panels, worth: this.worth, price: this.price }
  }

  /** One more seat of the submission; false when no path leads to a free expert. */
  place(source: number): boolean {
    const n = this.caps.length
    this.round += 1
    this.visited.length = 0
    this.heap.clear()
    this.reach(n + source, 0)
    let least = Number.POSITIVE_INFINITY
    for (let node = this.heap.pop(); node >= 0; node = this.heap.pop()) {
      if (this.settled[node] === this.round) continue
      this.settled[node] = this.round
      this.visited.push(node)
      const distance = this.distance[node] as number
      if (node >= n) least = this.fromSubmission(node - n, distance, least)
      else if (this.isFree(node)) {
        this.lowerWorths(distance)
        this.shift(node, source)
        return true
      } else this.fromExpert(node, distance)
    }
    return false
  }

  private isFree(expert: number): boolean {
    return (this.seats[expert] as unknown[]).length < (this.caps[expert] as number)
  }

  private reach(node: number, distance: number): boolean {
    if (this.stamp[node] === this.round && (this.distance[node] as number) <= distance) return false
    this.stamp[node] = this.round
    this.distance[node] = distance
    this.heap.push(node, distance)
    return true
  }

  /** Candidates not in the panel; `least` is the nearest free expert so far, beyond which nothing matters. */
  private fromSubmission(j: number, distance: number, least: number): number {
    const [list, row, taken] = [this.experts[j], this.units[j], this.taken[j]]
    if (!list || !row || !taken) return least
    const base = distance + (this.worth[j] as number)
    let nearest = least
    for (let at = 0; at < list.length; at += 1) {
      const without = base - (row[at] as number)
      if (without >= nearest) break
      if (taken[at]) continue
      const expert = list[at] as number
      const there = without + (this.price[expert] as number)
      if (there >= nearest || !this.reach(expert, there)) continue
      this.by[expert] = at
      this.from[expert] = j
      if (this.isFree(expert)) nearest = there
    }
    return nearest
  }

  /** The panels that an expert without a free seat could leave. */
  private fromExpert(expert: number, distance: number) {
    const n = this.caps.length
    for (const { submission, at } of this.seats[expert] ?? []) {
      const loss = (this.units[submission]?.[at] as number) - (this.price[expert] as number)
      if (this.reach(n + submission, distance + loss - (this.worth[submission] as number)))
        this.from[n + submission] = expert
    }
  }

  private lowerWorths(end: number) {
    const n = this.caps.length
    for (const node of this.visited) {
      const short = end - (this.distance[node] as number)
      if (node < n) this.price[node] = (this.price[node] as number) + short
      else this.worth[node - n] = (this.worth[node - n] as number) - short
    }
  }

  /** Back along the path: each expert takes the seat by which it was reached and leaves the one that went on. */
  private shift(end: number, source: number) {
    const n = this.caps.length
    for (let expert = end; ; ) {
      const [submission, at] = [this.from[expert] as number, this.by[expert] as number]
      const taken = this.taken[submission] as Uint8Array
      taken[at] = 1
      this.seats[expert]?.push({ submission, at })
      if (submission === source) return
      const left = this.from[n + submission] as number
      const seats = this.seats[left] ?? []
      const place = seats.findIndex((seat) => seat.submission === submission)
      taken[seats[place]?.at ?? 0] = 0
      seats.splice(place, 1)
      expert = left
    }
  }
}
