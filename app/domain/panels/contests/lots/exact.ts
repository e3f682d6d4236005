/**
 * The solver's shares as exact fractions of one denominator that keep every constraint. Pure, whole numbers at the end.
 *
 * With nested quotas the matrix is that of a network, so the vertices of the program are multiples of 1/d, d being the
 * denominator of the cap: then the doubles beside them are rounded, and everything is checked in whole numbers. Where they
 * are no such vertex (the weakest panel was raised first), a flow between the whole numbers around the shares is taken at
 * a finer denominator: what is fractional and feasible has a whole neighbour that is (Ford and Fulkerson 1956).
 */
import { Network } from '#app/domain/panels/assignment/dinic.ts'
import type { Instance, Request } from '#app/domain/panels/assignment/instance.ts'
import { areNested } from '#app/domain/panels/assignment/network.ts'
import { type Fraction, fraction } from '#app/domain/panels/fractions.ts'

export interface Pair {
  expert: number
  submission: number
  p: number
}
export interface Exact {
  denominator: number
  /** of each submission: its experts with a share above nought, by place */
  shares: { expert: number; share: number }[][]
}

const FINE = 1_000_000
const NEAR = 1e-4
/** How far around the solver's share the flow may look; doubles are off by less than one part. */
const [BELOW, ABOVE] = [1, 2]

/** The cap as a fraction: 30 of 100 is 3/10. */
export const capOf = (percent: number): Fraction => fraction(percent, 100)

export function exactShares(
  instance: Instance,
  request: Request,
  cap: Fraction,
  pairs: readonly Pair[],
): Exact {
  const groups = request.maxPer.map(({ group }) => instance.groups[group] as Int32Array)
  if (!areNested(groups)) throw new Error('probabilities under quotas that are not nested')
  const d = Number(cap.d)
  const whole = pairs.map(({ p }) => Math.round(p * d))
  if (pairs.every(({ p }, at) => Math.abs(p * d - (whole[at] as number)) < NEAR)) {
    const exact = gathered(instance, pairs, whole, d)
    if (keeps(instance, request, cap, exact)) return exact
  }
  const fine = d * Math.ceil(FINE / d)
  const exact = gathered(instance, pairs, flowed(instance, request, cap, pairs, fine), fine)
  if (!keeps(instance, request, cap, exact)) throw new Error('shares that no flow keeps')
  return exact
}

function gathered(instance: Instance, pairs: readonly Pair[], whole: readonly number[], denominator: number) {
  const shares: Exact['shares'] = Array.from({ length: instance.submissions }, () => [])
  for (const [at, { expert, submission }] of pairs.entries()) {
    const share = whole[at] as number
    if (share > 0) shares[submission]?.push({ expert, share })
  }
  return { denominator, shares }
}

/** Whether every seat, cap, load and quota holds in whole numbers. */
export function keeps(
  instance: Instance,
  { k, caps, maxPer }: Request,
  cap: Fraction,
  { denominator, shares }: Exact,
): boolean {
  const most = (Number(cap.n) * denominator) / Number(cap.d)
  const load = new Map<number, number>()
  for (const [submission, own] of shares.entries()) {
    const closed = new Set(instance.conflicts[submission])
    const counts = maxPer.map(() => new Map<number, number>())
    let seats = 0
    for (const { expert, share } of own) {
      if (share > most || closed.has(expert)) return false
      seats += share
      load.set(expert, (load.get(expert) ?? 0) + share)
      for (const [at, { group }] of maxPer.entries()) {
        const of = instance.groups[group]?.[expert] ?? 0
        counts[at]?.set(of, (counts[at]?.get(of) ?? 0) + share)
      }
    }
    if (seats !== k * denominator) return false
    for (const [at, { most: limit }] of maxPer.entries())
      for (const sum of counts[at]?.values() ?? []) if (sum > limit * denominator) return false
  }
  return [...load].every(([expert, sum]) => sum <= (caps[expert] ?? 0) * denominator)
}

function flowed(
  instance: Instance,
  { k, caps, maxPer }: Request,
  cap: Fraction,
  pairs: readonly Pair[],
  denominator: number,
): number[] {
  const most = (Number(cap.n) * denominator) / Number(cap.d)
  const base = pairs.map(({ p }) => Math.max(0, Math.floor(p * denominator) - BELOW))
  const network = new Network(2)
  const nodes = new Map<string, number>()
  const used = new Map<string, number>()
  const levels = [...maxPer].sort((a, b) => sizeOf(instance, a.group) - sizeOf(instance, b.group))
  const ways = pairs.map(({ expert, submission }) => [
    { key: `work ${submission}`, room: k },
    ...levels.map(({ group, most: room }) => {
      const value = instance.groups[group]?.[expert] ?? 0
      return { key: `${group} ${submission} ${value}`, room }
    }),
  ])
  const loadOf = (expert: number) => `expert ${expert}`
  for (const [at, way] of ways.entries())
    for (const key of [...way.map(({ key }) => key), loadOf(pairs[at]?.expert ?? 0)])
      used.set(key, (used.get(key) ?? 0) + (base[at] as number))
  const nodeOf = (key: string, lay: (node: number) => void) => {
    const known = nodes.get(key)
    if (known !== undefined) return known
    const node = network.node()
    nodes.set(key, node)
    lay(node)
    return node
  }
  const left = (key: string, room: number) => Math.max(0, room * denominator - (used.get(key) ?? 0))
  const arcs = pairs.map(({ p, expert }, at) => {
    let from = 0
    for (const { key, room } of ways[at] ?? []) {
      const above = from
      from = nodeOf(key, (node) => network.arc(above, node, left(key, room)))
    }
    const own = loadOf(expert)
    const person = nodeOf(own, (node) => network.arc(node, 1, left(own, caps[expert] ?? 0)))
    const upper = Math.min(most, Math.floor(p * denominator) + ABOVE)
    return network.arc(from, person, Math.max(0, upper - (base[at] as number)))
  })
  network.send(0, 1)
  return arcs.map((arc, at) => (base[at] as number) + network.flowOn(arc))
}

const sizeOf = (instance: Instance, group: string) => new Set(instance.groups[group]).size
