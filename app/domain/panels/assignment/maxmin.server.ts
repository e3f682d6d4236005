/**
 * The worst panel as good as can be, then the sum (max-min fairness, one level; Stelmakh, Shah and Singh 2019).
 *
 * No panel can be better than its own best people, nor the worst of them than the relaxation says; from the lower of both
 * downwards floors are tried, each with the best sum above it. A floor is given up only when it is proven out of reach.
 */
import type { Candidates } from './candidates.ts'
import { unitsOf } from './certificate.ts'
import type { Panels } from './instance.ts'
import { Active, type Context } from './linear.ts'
import { relax } from './relaxed.server.ts'
import { type Whole, wholeSeats } from './whole.server.ts'

export interface Fairest {
  whole: Whole
  /** no assignment has a worst panel above this */
  ceiling: number
}

const SECONDS = 120

/** `first` is the best sum without a floor. */
export async function fairest(
  context: Context,
  candidates: Candidates,
  first: Whole & { panels: Panels },
  signal?: AbortSignal,
): Promise<Fairest> {
  const { request, instance } = context
  const worstOf = (panels: Panels) => Math.min(...unitsOf(instance, panels))
  let best: Whole & { panels: Panels } = first
  let least = worstOf(first.panels)
  let ceiling = ownBest(candidates, request.k)
  if (least >= ceiling) return { whole: best, ceiling }
  const relaxed = await relax(context, candidates, { what: 'worst', floor: null }, undefined, signal)
  ceiling = Math.min(ceiling, Math.floor(relaxed.bound + 1e-6))
  const until = performance.now() + SECONDS * 1000
  let open = ceiling
  for (let tries = 0; least < open && performance.now() < until; tries += 1) {
    const floor = tries < 3 ? open : (least + open + 1) >> 1
    const found = await above(context, relaxed.candidates, floor, signal)
    if (found.panels) {
      best = { ...found, panels: found.panels }
      least = worstOf(found.panels)
      continue
    }
    if (found.proven && open === ceiling) ceiling = floor - 1
    open = floor - 1
  }
  return { whole: best, ceiling: Math.max(least, ceiling) }
}

/** The best sum of panels none of which is below the floor. */
async function above(
  context: Context,
  candidates: Candidates,
  floor: number,
  signal?: AbortSignal,
): Promise<Whole> {
  const goal = { what: 'sum', floor } as const
  const active = new Active(context.request.maxPer.length)
  const relaxed = await relax(context, candidates, goal, active, signal)
  if (!relaxed.possible) return { panels: null, units: 0, bound: 0, proven: true }
  return wholeSeats(context, relaxed, goal, null, signal)
}

/** The sum of the best k of each submission, the least of these. */
function ownBest({ units }: Candidates, k: number): number {
  return Math.min(...units.map((row) => row.subarray(0, k).reduce((sum, value) => sum + value, 0)))
}
