/** When no panel keeps every quota: the smallest change of quotas, in places, that would let one be made. */
import { ModelMaker } from '#app/domain/panels/solver/model.ts'
import { solve } from '#app/domain/panels/solver/solver.server.ts'
import { type Kind, kindsOf, type Pool, type Quota } from './pool.ts'

export interface Relaxation {
  name: string
  from: { min: number; max: number }
  to: { min: number; max: number }
}

/** Within the limits that the files allow where that is enough, else without them. Empty when nothing need change. */
export async function relaxationOf(pool: Pool): Promise<Relaxation[]> {
  const kinds = kindsOf(pool)
  const within = await eased(pool, kinds, ({ min, max, flex }) => ({
    down: flex ? Math.max(0, min - flex.min) : min,
    up: flex ? Math.max(0, flex.max - max) : pool.size,
  }))
  const found = within ?? (await eased(pool, kinds, ({ min }) => ({ down: min, up: pool.size })))
  if (!found) throw new Error('a panel without quotas must exist')
  return found
}

type Room = (quota: Quota) => { down: number; up: number }

async function eased(
  { quotas, size }: Pool,
  kinds: readonly Kind[],
  room: Room,
): Promise<Relaxation[] | null> {
  const maker = new ModelMaker()
  const all = maker.row(size, size)
  const rows = quotas.map(({ min, max }) => ({
    low: maker.row(min, Number.POSITIVE_INFINITY),
    high: maker.row(Number.NEGATIVE_INFINITY, max),
  }))
  for (const { people, quotas: own } of kinds) {
    const entries = own.flatMap((at) => {
      const { low, high } = rows[at] as { low: number; high: number }
      return [
        [low, 1],
        [high, 1],
      ]
    })
    maker.column(0, [[all, 1], ...entries] as [number, number][], { upper: people.length, whole: true })
  }
  const slack = quotas.map((quota, at) => {
    const { low, high } = rows[at] as { low: number; high: number }
    const { down, up } = room(quota)
    return {
      down: maker.column(1, [[low, 1]], { upper: down, whole: true }),
      up: maker.column(1, [[high, -1]], { upper: up, whole: true }),
    }
  })
  const { values } = await solve(maker.made('min'), { seconds: 20 })
  if (!values) return null
  return quotas.flatMap(({ name, min, max }, at) => {
    const { down, up } = slack[at] as { down: number; up: number }
    const to = { min: min - Math.round(values[down] ?? 0), max: max + Math.round(values[up] ?? 0) }
    return to.min === min && to.max === max ? [] : [{ name, from: { min, max }, to }]
  })
}
