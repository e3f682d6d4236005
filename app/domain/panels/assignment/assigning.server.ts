/**
 * The assignment that is asked for, by the cheapest way that is exact: a flow where people alone are counted, the solver
 * where quotas, the worst panel or a cap on probability are. What comes back is recomputed from the instance, and
 * «optimal» is said only when a bound over all pairs equals it.
 */

import { brokenIn, unitsOf } from './certificate.ts'
import { highNeeds, type Instance, type Panels, type Request } from './instance.ts'
import { Active, type Context } from './linear.ts'
import { fairest } from './maxmin.server.ts'
import { assignPlain, type Plain } from './plain.ts'
import { relax } from './relaxed.server.ts'
import { cannotBe } from './relaxing.ts'
import { shares } from './shares.server.ts'
import { sumOf, type Whole, wholeSeats } from './whole.server.ts'

export interface Assigned {
  status: 'optimal' | 'feasible'
  /** affinity of all seats; expected, where probabilities were asked for */
  total: number
  worst: number
  distinct: number
  bound: number
  gap: number
  /** of the worst panel, when it was maximised */
  worstBound?: number
  panels?: Panels
  probabilities?: { expert: number; submission: number; p: number }[]
}
export type Outcome = Assigned | { status: 'infeasible' } | { status: 'unknown' }

/** Beyond this the gap is not nought; in affinity, relative to the total. */
const NOUGHT = 1e-9

export async function assign(instance: Instance, request: Request, signal?: AbortSignal): Promise<Outcome> {
  if (cannotBe(instance, request)) return { status: 'infeasible' }
  if (request.maxProbability < 1) return shares(instance, request, signal)
  const plain = assignPlain(instance, request)
  if (!plain) return { status: 'infeasible' }
  const free = brokenIn(instance, request, plain.panels).length === 0
  const context: Context = { instance, request, needs: highNeeds(instance, request) }
  const sum: Whole = free
    ? {
        panels: plain.panels,
        units: sumOf(unitsOf(instance, plain.panels)),
        bound: plain.bound,
        proven: true,
      }
    : await underQuotas(context, plain, signal)
  const { panels } = sum
  if (!panels) return { status: sum.proven ? 'infeasible' : 'unknown' }
  if (request.objective === 'sum') return told(context, panels, sum)
  const { whole, ceiling } = await fairest(context, plain.candidates, { ...sum, panels }, signal)
  return told(context, whole.panels ?? panels, whole, ceiling)
}

async function underQuotas(context: Context, plain: Plain, signal?: AbortSignal): Promise<Whole> {
  const active = new Active(context.request.maxPer.length)
  for (let i = 0; i < plain.price.length; i += 1) if ((plain.price[i] as number) > 0) active.experts.add(i)
  const goal = { what: 'sum', floor: null } as const
  const relaxed = await relax(context, plain.candidates, goal, active, signal)
  if (!relaxed.possible) return { panels: null, units: 0, bound: 0, proven: true }
  return wholeSeats(context, relaxed, goal, null, signal)
}

function told({ instance, request }: Context, panels: Panels, { bound }: Whole, ceiling?: number): Assigned {
  const broken = brokenIn(instance, request, panels)
  if (broken.length > 0) throw new Error(`the assignment breaks ${broken.join(', ')}`)
  const units = unitsOf(instance, panels)
  const [total, worst] = [sumOf(units), units.length === 0 ? 0 : Math.min(...units)]
  const { scale, rounding } = instance
  // what rounding to units may hide is counted against us
  const hidden = 2 * rounding * request.k * instance.submissions
  const gap = Math.max(0, bound - total) / scale + hidden
  const fair = ceiling === undefined || worst >= ceiling
  const nought = gap <= NOUGHT * Math.max(1, Math.abs(total / scale))
  return {
    status: nought && fair ? 'optimal' : 'feasible',
    total: total / scale,
    worst: worst / scale,
    distinct: new Set(panels.flat()).size,
    bound: nought ? total / scale : total / scale + gap,
    gap: nought ? 0 : gap,
    ...(ceiling === undefined ? {} : { worstBound: ceiling / scale }),
    panels,
  }
}
