/**
 * The objective of the best peer, restated: each expert ranks all submissions by the own interest, densely, from 0 to 59;
 * the sum of ranks is least, and nobody takes more than an even share. Who has no interest at all ranks everything
 * first, which is how people without competence come to their seats.
 */
import type { Instance, Request } from '#app/domain/panels/assignment/instance.ts'
import { assignPlain } from '#app/domain/panels/assignment/plain.ts'

const GREATEST = 59

/** The panels that are best by that objective. */
export function peerPanels(instance: Instance, k: number): number[][] {
  const { experts, submissions } = instance
  const fits = Array.from({ length: submissions }, (_, j) => {
    return Float64Array.from(instance.unitsInto(j, new Float64Array(experts)))
  })
  const costs = fits.map(() => new Float64Array(experts))
  for (let i = 0; i < experts; i += 1) {
    const levels = [...new Set(fits.map((row) => row[i] as number))].sort((a, b) => b - a)
    const rank = new Map(
      levels.map((level, at) => [
        level,
        levels.length === 1 ? 0 : Math.round((at * GREATEST) / (levels.length - 1)),
      ]),
    )
    for (const [j, row] of fits.entries()) (costs[j] as Float64Array)[i] = -(rank.get(row[i] as number) ?? 0)
  }
  const ranked: Instance = {
    ...instance,
    kinds: new Int32Array(submissions),
    unitsInto: (j, out) => {
      out.set(costs[j] ?? [])
      return out
    },
  }
  const caps = new Int32Array(experts).fill(Math.ceil((k * submissions) / experts))
  const request: Request = { k, caps, maxPer: [], minHigh: 0, objective: 'sum', maxProbability: 1 }
  const found = assignPlain(ranked, request)
  if (!found) throw new Error('the peer has no assignment')
  return found.panels
}
