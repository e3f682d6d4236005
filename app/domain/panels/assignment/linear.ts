/**
 * The assignment as a linear program over some pairs and some rules: what the solver is given, and what its answer means.
 *
 *   max Σ units·x   Σ x of a submission (+ shortage) = k   Σ x of an expert ≤ cap   Σ x of a group in a panel ≤ most
 *                   Σ x of the high level ≥ need   Σ units·x of a panel ≥ floor (or ≥ t, when t is what is maximised)
 *
 * Rules that nothing breaks are left out until something does (`Active`): of eleven thousand quotas a few hundred bind.
 */
import { type Model, ModelMaker, type Solved } from '#app/domain/panels/solver/model.ts'
import type { Candidates } from './candidates.ts'
import type { Duals } from './certificate.ts'
import { type Instance, type Request, Rows } from './instance.ts'

export interface Goal {
  /** `sum`: of all fits; `worst`: the least panel; `none`: only that every seat is filled */
  what: 'sum' | 'worst' | 'none'
  /** units that no panel may be below */
  floor: number | null
}

/** The rules that the model holds. */
export class Active {
  readonly experts = new Set<number>()
  readonly floors = new Set<number>()
  /** by place in `maxPer`, of each submission the values */
  readonly quotas: Map<number, Set<number>>[]

  constructor(groups: number) {
    this.quotas = Array.from({ length: groups }, () => new Map())
  }

  addQuota(at: number, submission: number, value: number): void {
    const of = this.quotas[at]
    const known = of?.get(submission)
    if (known) known.add(value)
    else of?.set(submission, new Set([value]))
  }
}

export interface Program {
  model: Model
  /** per submission the first column of its candidates */
  first: number[]
  dualsOf(duals: Float64Array, instance: Instance): Duals
  shortageOf(values: Float64Array): number
}

export interface Context {
  instance: Instance
  request: Request
  needs: Int32Array
}

type RowOf = Map<number, number>

/** The program of these candidates under the active rules; `whole` asks for whole seats and allows no shortage. */
export function programOf(
  { instance, request, needs }: Context,
  { experts, units }: Candidates,
  active: Active,
  goal: Goal,
  whole: boolean,
): Program {
  const { k, caps, maxPer, maxProbability } = request
  const maker = new ModelMaker()
  const m = instance.submissions
  const least = Number.NEGATIVE_INFINITY
  for (let j = 0; j < m; j += 1) maker.row(k, k)
  const capRows: RowOf = new Map([...active.experts].map((i) => [i, maker.row(least, caps[i] ?? 0)]))
  const quotaRows = active.quotas.map((of, at) => {
    const rows = (values: Set<number>): RowOf =>
      new Map([...values].map((value) => [value, maker.row(least, maxPer[at]?.most ?? 0)]))
    return new Map([...of].map(([j, values]) => [j, rows(values)]))
  })
  const highRows: RowOf = new Map()
  for (let j = 0; j < m; j += 1)
    if (needs[j]) highRows.set(j, maker.row(needs[j] ?? 0, Number.POSITIVE_INFINITY))
  const floorRows: RowOf = new Map()
  const floored = goal.what === 'worst' ? Array.from({ length: m }, (_, j) => j) : [...active.floors]
  const { scale } = instance
  const floor = goal.what === 'worst' ? 0 : goal.floor === null ? null : goal.floor / scale
  if (floor !== null) for (const j of floored) floorRows.set(j, maker.row(floor, Number.POSITIVE_INFINITY))

  const rows = new Rows(instance)
  const groups = maxPer.map(({ group }) => instance.groups[group])
  const options = { upper: maxProbability, whole }
  const first: number[] = []
  let columns = 0
  for (let j = 0; j < m; j += 1) {
    first.push(columns)
    const high = highRows.has(j) ? rows.highOf(j) : null
    for (const [at, i] of experts[j]?.entries() ?? []) {
      const value = (units[j]?.[at] ?? 0) / scale
      const entries: [number, number][] = [[j, 1]]
      const push = (row: number | undefined, by = 1) => row !== undefined && entries.push([row, by])
      push(capRows.get(i))
      for (const [group, of] of quotaRows.entries()) push(of.get(j)?.get(groups[group]?.[i] ?? 0))
      if (high?.[i]) push(highRows.get(j))
      push(floorRows.get(j), value)
      maker.column(goal.what === 'sum' ? value : 0, entries, options)
      columns += 1
    }
  }
  const shortages = columns
  const penalty = goal.what === 'none' ? 1 : penaltyOf(units, k) / scale
  // a missing person stands for every other rule of the panel: the seats alone then tell that it cannot be
  const lift = goal.what === 'worst' ? 0 : Math.abs(floor ?? 0) + 1
  if (!whole)
    for (let j = 0; j < m; j += 1) {
      const entries: [number, number][] = [[j, 1]]
      const [floorRow, highRow] = [floorRows.get(j), highRows.get(j)]
      if (floorRow !== undefined && lift > 0) entries.push([floorRow, lift])
      if (highRow !== undefined) entries.push([highRow, needs[j] ?? 0])
      maker.column(-penalty, entries)
    }
  if (goal.what === 'worst')
    maker.column(
      1,
      [...floorRows.values()].map((row): [number, number] => [row, -1]),
      { lower: least },
    )
  return {
    model: maker.made('max'),
    first,
    shortageOf: (values) =>
      whole ? 0 : values.subarray(shortages, shortages + m).reduce((a, b) => a + b, 0),
    dualsOf: (duals, { experts: n }) => {
      const above = (row: number) => Math.max(0, duals[row] ?? 0) * scale
      const below = (row: number) => Math.max(0, -(duals[row] ?? 0))
      const price = new Float64Array(n)
      for (const [i, row] of capRows) price[i] = above(row)
      const quotas = quotaRows.map((of, at) => {
        const size = sizeOf(groups[at])
        const prices: (Float64Array | undefined)[] = []
        for (const [j, values] of of) {
          const own = new Float64Array(size)
          for (const [value, row] of values) own[value] = above(row)
          prices[j] = own
        }
        return prices
      })
      const [high, worst] = [new Float64Array(m), new Float64Array(m)]
      for (const [j, row] of highRows) high[j] = below(row) * scale
      for (const [j, row] of floorRows) worst[j] = below(row)
      const floorOf = goal.what === 'worst' || goal.floor === null ? {} : { floor: goal.floor }
      return {
        sum: goal.what === 'sum' ? 1 : 0,
        worth: duals.slice(0, m).map((value) => value * scale),
        price,
        quotas,
        high,
        worst,
        ...floorOf,
      }
    },
  }
}

function penaltyOf(units: readonly Float64Array[], k: number): number {
  let greatest = 1
  for (const row of units) for (const value of row) greatest = Math.max(greatest, Math.abs(value))
  return greatest * (k + 2) * 4
}

function sizeOf(values: Int32Array | undefined): number {
  return (values ?? new Int32Array()).reduce((most, value) => Math.max(most, value), -1) + 1
}

/** Whole seats of an answer, as panels. */
export function panelsOf({ experts }: Candidates, { first }: Program, { values }: Solved): number[][] {
  return experts.map((list, j) => [...list].filter((_, at) => (values?.[(first[j] ?? 0) + at] ?? 0) > 0.5))
}

/** Rules that the values break and the model does not hold yet are made active; true when there were any. */
export function activate(
  { instance, request }: Context,
  candidates: Candidates,
  share: (submission: number, at: number) => number,
  active: Active,
  floor: number | null,
): boolean {
  const slack = 1e-7
  const load = new Float64Array(instance.experts)
  let found = false
  for (const [j, list] of candidates.experts.entries()) {
    const counts = request.maxPer.map(() => new Map<number, number>())
    let units = 0
    for (const [at, i] of list.entries()) {
      const value = share(j, at)
      if (value <= 0) continue
      load[i] = (load[i] ?? 0) + value
      units += value * (candidates.units[j]?.[at] ?? 0)
      for (const [group, { group: name }] of request.maxPer.entries()) {
        const of = instance.groups[name]?.[i] ?? 0
        counts[group]?.set(of, (counts[group]?.get(of) ?? 0) + value)
      }
    }
    for (const [group, { most }] of request.maxPer.entries())
      for (const [value, count] of counts[group] ?? []) {
        if (count <= most + slack || active.quotas[group]?.get(j)?.has(value)) continue
        active.addQuota(group, j, value)
        found = true
      }
    if (floor !== null && units < floor - slack * Math.max(1, Math.abs(floor)) && !active.floors.has(j)) {
      active.floors.add(j)
      found = true
    }
  }
  for (let i = 0; i < load.length; i += 1)
    if ((load[i] as number) > (request.caps[i] as number) + slack && !active.experts.has(i)) {
      active.experts.add(i)
      found = true
    }
  return found
}
