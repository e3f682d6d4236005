/** Compositions: how many people of each kind make a panel that keeps every quota; the dearest of them by given prices. */
import { ModelMaker } from '#app/domain/panels/solver/model.ts'
import { solve } from '#app/domain/panels/solver/solver.server.ts'
import { Greedy } from './greedy.ts'
import { brokenBy, type Kind, type Pool } from './pool.ts'

export type Composition = number[]

export class Compositions {
  readonly greedy: Greedy

  constructor(
    private readonly pool: Pick<Pool, 'quotas' | 'size'>,
    private readonly kinds: readonly Kind[],
    private readonly signal?: AbortSignal,
  ) {
    this.greedy = new Greedy(pool, kinds)
  }

  /** The composition of the largest sum of prices, or null when no panel keeps every quota. */
  async dearest(prices: readonly number[]): Promise<Composition | null> {
    const maker = new ModelMaker()
    const { size, quotas } = this.pool
    const all = maker.row(size, size)
    const rows = quotas.map(({ min, max }) => maker.row(min, max))
    // The solver's tolerances are absolute: prices are brought to a common height first.
    const height = Math.max(...prices, 0)
    for (const [at, { people, quotas: own }] of this.kinds.entries()) {
      const price = height > 0 ? ((prices[at] ?? 0) / height) * 100 : 0
      const entries = [[all, 1], ...own.map((quota) => [rows[quota] as number, 1])] as [number, number][]
      maker.column(price, entries, { upper: people.length, whole: true })
    }
    const { status, values } = await solve(maker.made('max'), { seconds: 60 }, this.signal)
    if (status === 'infeasible') return null
    if (!values) throw new Error(`no composition in time: ${status}`)
    const counts = Array.from(values, Math.round)
    const broken = brokenBy(counts, this.kinds, this.pool)
    if (broken.length > 0) throw new Error(`the solver broke ${broken.join()}`)
    return counts
  }
}
