/**
 * Probabilities instead of people: no pair meets more often than the cap (Jecmen et al., NeurIPS 2020).
 *
 * The best shares are a linear program. Quotas hold in every draw when their groups lie within each other, because shares
 * under nested quotas are a mixture of panels that keep them (Budish, Che, Kojima and Milgrom 2013); others are refused.
 */

import type { Outcome } from './assigning.server.ts'
import { bestCandidates, startingWidth } from './candidates.ts'
import { highNeeds, type Instance, type Request } from './instance.ts'
import { Active, type Context, type Goal } from './linear.ts'
import { type Relaxed, relax } from './relaxed.server.ts'

const LEAST_SHARE = 1e-9
const NOUGHT = 1e-9

export async function shares(instance: Instance, request: Request, signal?: AbortSignal): Promise<Outcome> {
  const context: Context = { instance, request, needs: highNeeds(instance, request) }
  const candidates = bestCandidates(instance, request, startingWidth(instance, request))
  let goal: Goal = { what: 'sum', floor: null }
  let relaxed = await relax(context, candidates, goal, undefined, signal)
  if (!relaxed.possible) return { status: 'infeasible' }
  let ceiling: number | undefined
  if (request.objective === 'maxmin') {
    const worst = await relax(context, relaxed.candidates, { what: 'worst', floor: null }, undefined, signal)
    ceiling = worst.bound
    // a hair below, so that the second program is not empty by rounding
    goal = { what: 'sum', floor: ceiling - Math.max(1, Math.abs(ceiling)) * 1e-9 }
    relaxed = await relax(context, worst.candidates, goal, new Active(request.maxPer.length), signal)
  }
  return told(instance, relaxed, ceiling)
}

function told(instance: Instance, relaxed: Relaxed, ceiling: number | undefined): Outcome {
  const probabilities: { expert: number; submission: number; p: number }[] = []
  let [total, worst] = [0, Number.POSITIVE_INFINITY]
  for (const [submission, list] of relaxed.candidates.experts.entries()) {
    let own = 0
    for (const [at, expert] of list.entries()) {
      const p = rounded(relaxed.share(submission, at))
      if (p < LEAST_SHARE) continue
      probabilities.push({ expert, submission, p })
      own += p * (relaxed.candidates.units[submission]?.[at] ?? 0)
    }
    total += own
    worst = Math.min(worst, own)
  }
  const { scale } = instance
  const gap = Math.max(0, relaxed.bound - total) / scale
  const nought = gap <= NOUGHT * 1000 * Math.max(1, Math.abs(total / scale))
  return {
    status: nought ? 'optimal' : 'feasible',
    total: rounded(total / scale),
    worst: probabilities.length === 0 ? 0 : rounded(worst / scale),
    distinct: new Set(probabilities.map(({ expert }) => expert)).size,
    bound: nought ? rounded(total / scale) : relaxed.bound / scale,
    gap: nought ? 0 : gap,
    ...(ceiling === undefined ? {} : { worstBound: rounded(ceiling / scale) }),
    probabilities,
  }
}

/** Nine places: finer the solver does not tell. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9
}
