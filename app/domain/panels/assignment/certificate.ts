/**
 * The certificate: prices that bound every assignment from above, checked without the solver that found them.
 *
 * Weak duality of linear programs: for any prices of the right sign, no assignment of the instance is worth more than
 *
 *   Σ k·worth[j] + Σ cap[i]·price[i] + Σ most·quota[j][value] − Σ need[j]·high[j] − Σ floor·worst[j] + Q·Σ max(0, rest[i,j])
 *   rest[i,j] = (sum + worst[j])·units[i,j] − worth[j] − price[i] − quota[j][value of i] + high[j]·(i is high for j)
 *
 * over all pairs without conflict, those no solver has seen among them. A pair whose rest is above nought is one that was
 * left out and could improve; a pair that lies below the bound by its rest can be in no assignment better than that.
 */
import { highNeeds, type Instance, type Panels, type Request, Rows } from './instance.ts'

export interface Duals {
  /** 1 when the sum of fits is maximised, 0 when the worst panel is */
  sum: number
  worth: Float64Array
  price: Float64Array
  /** by place in `maxPer`: of each submission the price of each value, where it has any */
  quotas?: readonly (readonly (Float64Array | undefined)[])[]
  high?: Float64Array
  worst?: Float64Array
  /** units that no panel may be below */
  floor?: number
}

/** A pair and its rest. */
export type Visit = (submission: number, expert: number, rest: number) => void

const NEVER = Number.POSITIVE_INFINITY

/** The bound in units. `visit` is told of each pair whose rest is above `from`. */
export function boundOf(
  instance: Instance,
  request: Request,
  duals: Duals,
  visit: Visit = () => undefined,
  from = NEVER,
): number {
  refuseWrongSigns(duals)
  const { k, caps, maxPer, maxProbability } = request
  const needs = duals.high ? highNeeds(instance, request) : null
  const rows = new Rows(instance)
  const slope = slopesOf(instance, request, duals)
  let bound = 0
  let rests = 0
  for (let i = 0; i < caps.length; i += 1) bound += (caps[i] as number) * (duals.price[i] as number)
  for (let j = 0; j < instance.submissions; j += 1) {
    bound += k * (duals.worth[j] as number)
    bound -= (needs?.[j] ?? 0) * (duals.high?.[j] ?? 0) + (duals.floor ?? 0) * (duals.worst?.[j] ?? 0)
    for (const [at, { most }] of maxPer.entries())
      for (const price of duals.quotas?.[at]?.[j] ?? []) bound += most * price
    const units = rows.of(j, caps)
    const rest = slope(j, units, duals.high?.[j] ? rows.highOf(j) : null)
    for (let i = 0; i < rest.length; i += 1) {
      const value = rest[i] as number
      if (value > 0) rests += value
      if (value > from) visit(j, i, value)
    }
  }
  return bound + maxProbability * rests
}

/** A reader of the rests of one submission. */
function slopesOf(instance: Instance, { maxPer }: Request, duals: Duals) {
  const rest = new Float64Array(instance.experts)
  const groups = maxPer.map(({ group }) => instance.groups[group] ?? new Int32Array(instance.experts))
  return (j: number, units: Float64Array, high: Uint8Array | null) => {
    const by = duals.sum + (duals.worst?.[j] ?? 0)
    const worth = duals.worth[j] as number
    const { price } = duals
    for (let i = 0; i < rest.length; i += 1) {
      const value = units[i] as number
      rest[i] = value === Number.NEGATIVE_INFINITY ? value : (by && by * value) - worth - (price[i] as number)
    }
    for (const [at, values] of groups.entries()) {
      const prices = duals.quotas?.[at]?.[j]
      if (!prices) continue
      for (let i = 0; i < rest.length; i += 1)
        rest[i] = (rest[i] as number) - (prices[values[i] as number] as number)
    }
    const bonus = duals.high?.[j] ?? 0
    if (high && bonus !== 0)
      for (let i = 0; i < rest.length; i += 1) if (high[i]) rest[i] = (rest[i] as number) + bonus
    return rest
  }
}

function refuseWrongSigns({ price, quotas, high, worst }: Duals) {
  const all = [price, high, worst, ...(quotas ?? []).flat()]
  if (all.some((prices) => prices?.some((value) => !(value >= 0))))
    throw new Error('a price of the certificate is below nought')
}

/** What an assignment breaks, in words of the code; empty when it may stand. */
export function brokenIn(instance: Instance, request: Request, panels: Panels): string[] {
  const broken: string[] = []
  const load = new Int32Array(instance.experts)
  const needs = highNeeds(instance, request)
  const rows = new Rows(instance)
  if (panels.length !== instance.submissions) broken.push('panels')
  for (const [j, panel] of panels.entries()) {
    if (panel.length !== request.k || new Set(panel).size !== panel.length) broken.push(`size of ${j}`)
    if (panel.some((i) => !(i >= 0 && i < instance.experts))) broken.push(`stranger in ${j}`)
    for (const i of panel) load[i] = (load[i] ?? 0) + 1
    const forbidden = new Set(instance.conflicts[j])
    if (panel.some((i) => forbidden.has(i))) broken.push(`conflict in ${j}`)
    for (const { group, most } of request.maxPer) {
      const counts = new Map<number, number>()
      for (const i of panel) {
        const value = instance.groups[group]?.[i] ?? 0
        counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      if (Math.max(0, ...counts.values()) > most) broken.push(`${group} in ${j}`)
    }
    if (request.minHigh > 0) {
      const high = rows.highOf(j)
      if (panel.filter((i) => high[i]).length < (needs[j] ?? 0)) broken.push(`high in ${j}`)
    }
  }
  for (let i = 0; i < load.length; i += 1)
    if ((load[i] as number) > (request.caps[i] as number)) broken.push(`load of ${i}`)
  return broken
}

/** Units of each panel. */
export function unitsOf(instance: Instance, panels: Panels): number[] {
  const row = new Float64Array(instance.experts)
  return panels.map((panel, j) => {
    instance.unitsInto(j, row)
    return panel.reduce((sum, i) => sum + (row[i] ?? 0), 0)
  })
}
