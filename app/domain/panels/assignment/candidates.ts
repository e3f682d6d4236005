/**
 * Candidates: the few best experts of each submission, so that no solver sees the whole table.
 *
 * The table of 3,862 × 200 makes a linear program of 771,115 columns; forty a submission nearly always hold the optimum,
 * and the certificate says when they do not: then what it names is added and the problem solved again. Equal fits are
 * taken from a place that differs from submission to submission, or everybody would be offered the same people.
 */
import { type Instance, type Request, Rows } from './instance.ts'

export interface Candidates {
  /** of each submission, by falling units */
  experts: Int32Array[]
  units: Float64Array[]
}

const LEAST = 40
const STEP = 7919

/** How many candidates a submission starts with: enough that those who contend for the same people can be served. */
export function startingWidth(instance: Instance, { k, caps, maxProbability }: Request): number {
  const contenders = new Map<number, number>()
  for (const kind of instance.kinds) contenders.set(kind, (contenders.get(kind) ?? 0) + 1)
  const seats = caps.reduce((sum, cap) => sum + cap, 0)
  const typical = Math.max(1, seats / Math.max(1, caps.length))
  const crowd = Math.max(0, ...contenders.values())
  const wanted = LEAST + (k * 4) / maxProbability + (crowd * k * 2) / typical
  return Math.min(instance.experts, Math.ceil(wanted))
}

/** The `width` best of each submission; for quotas on the high level, as many of these besides. */
export function bestCandidates(instance: Instance, request: Request, width: number): Candidates {
  const rows = new Rows(instance)
  const [experts, units]: [Int32Array[], Float64Array[]] = [[], []]
  for (let j = 0; j < instance.submissions; j += 1) {
    const row = rows.of(j, request.caps)
    const chosen = new Set(bestOf(row, width, j))
    if (request.minHigh > 0) {
      const high = rows.highOf(j)
      const only = row.map((value, i) => (high[i] ? value : Number.NEGATIVE_INFINITY))
      for (const i of bestOf(only, Math.min(width, request.minHigh * 8), j)) chosen.add(i)
    }
    const list = [...chosen].sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b)
    experts.push(Int32Array.from(list))
    units.push(Float64Array.from(list, (i) => row[i] ?? 0))
  }
  return { experts, units }
}

/** The candidates with more; `added` names experts of each submission, new ones or known. */
export function widened(
  instance: Instance,
  request: Request,
  { experts, units }: Candidates,
  added: ReadonlyMap<number, readonly number[]>,
): Candidates {
  const rows = new Rows(instance)
  const wider = { experts: [...experts], units: [...units] }
  for (const [j, more] of added) {
    const row = rows.of(j, request.caps)
    const list = [...new Set([...(experts[j] ?? []), ...more])]
    list.sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b)
    wider.experts[j] = Int32Array.from(list)
    wider.units[j] = Float64Array.from(list, (i) => row[i] ?? 0)
  }
  return wider
}

/** The places of the `count` greatest finite values. */
function bestOf(row: Float64Array, count: number, submission: number): number[] {
  const n = row.length
  const least = count >= n ? Number.NEGATIVE_INFINITY : nthGreatest(row, count)
  const [above, equal]: [number[], number[]] = [[], []]
  const from = n === 0 ? 0 : (submission * STEP) % n
  for (let step = 0; step < n; step += 1) {
    const i = (from + step) % n
    const value = row[i] ?? 0
    if (value === Number.NEGATIVE_INFINITY) continue
    if (value > least) above.push(i)
    else if (value === least && equal.length < count) equal.push(i)
  }
  return [...above, ...equal].slice(0, count)
}

/** Quickselect (Hoare 1961) with the middle as pivot, on a copy. */
function nthGreatest(row: Float64Array, count: number): number {
  const values = row.slice()
  let [from, to] = [0, values.length - 1]
  const at = count - 1
  while (from < to) {
    const pivot = values[(from + to) >> 1] as number
    let [i, j] = [from, to]
    while (i <= j) {
      while ((values[i] as number) > pivot) i += 1
      while ((values[j] as number) < pivot) j -= 1
      if (i <= j) {
        const held = values[i] as number
        values[i] = values[j] as number
        values[j] = held
        i += 1
        j -= 1
      }
    }
    if (at <= j) to = j
    else if (at >= i) from = i
    else break
  }
  return values[at] as number
}
