/**
 * Reckoning the probabilities of a lot: the best shares under the cap, exactly; who stands in besides; what the cap costs.
 *
 * What comes back is plain data by code and public number, as of any batch: it is frozen with its hash and looked at
 * before it is announced.
 */
import { assign } from '#app/domain/panels/assignment/assigning.server.ts'
import type { Request } from '#app/domain/panels/assignment/instance.ts'
import { relaxation } from '#app/domain/panels/assignment/relaxing.ts'
import type { ContestRow } from '#app/domain/panels/contests/facts.server.ts'
import { type Field, instanceOf, loadsOf, requestFor } from '#app/domain/panels/contests/field.server.ts'
import { type Impossible, priceOf, reserveOf } from '#app/domain/panels/contests/reckoning.server.ts'
import { printed } from '#app/domain/panels/fractions.ts'
import { capOf, type Exact, exactShares } from './exact.ts'

export interface ChancesResult {
  way: 'lot'
  status: 'optimal' | 'feasible'
  capPercent: number
  cap: string
  denominator: number
  /** sum of fits as expected, and the greatest without a cap */
  total: number
  best: number | null
  /** hundredths of a per cent */
  cost: number | null
  /** the greatest probability, and the greatest expected load, in parts of the denominator */
  greatest: number
  heaviest: number
  seats: number
  pool: number
  distinct: number
  pairs: number
  /** [whole works, how many experts] of the expected load */
  load: [number, number][]
  works: { code: string; shares: { person: number; share: number; fit: number }[]; spare: number[] }[]
}

/** Reckons it step by step; `step` is told between them and may throw to stop. */
export async function reckonChances(
  contest: ContestRow,
  field: Field,
  { cap, fair }: { cap: number; fair: boolean },
  step: () => Promise<void>,
  signal?: AbortSignal,
): Promise<ChancesResult | Impossible> {
  const loads = loadsOf(field, contest.load)
  const instance = instanceOf(field, field.barred, loads)
  const free: Request = { ...requestFor(contest, loads), objective: fair ? 'maxmin' : 'sum' }
  const request = { ...free, maxProbability: cap / 100 }
  const found = await assign(instance, request, signal)
  if (found.status === 'infeasible' || found.status === 'unknown' || !found.probabilities) {
    const eased = relaxation(instance, request)
    const deserted = (eased.submissions ?? []).map((at) => field.works[at]?.code ?? '')
    return { status: 'infeasible', relaxation: eased, deserted }
  }
  await step()
  const exact = exactShares(instance, request, capOf(cap), found.probabilities)
  await step()
  const left = Int32Array.from(loads)
  for (const [expert, load] of expectedOf(exact))
    left[expert] = (left[expert] as number) - Math.ceil(load / exact.denominator)
  const spare = await reserveOf(
    contest,
    field,
    exact.shares.map((own) => own.map(({ expert }) => expert)),
    left,
    signal,
  )
  await step()
  const other = await assign(instance, { ...free, objective: 'sum' }, signal).catch(() => null)
  await step()
  return told(field, exact, {
    ...{ status: found.status, spare, cap, seats: contest.perWork * field.works.length },
    best: other && 'total' in other ? Math.round(other.total) : null,
  })
}

/** Expected works of each expert, in parts of the denominator. */
function expectedOf({ shares }: Exact): Map<number, number> {
  const loads = new Map<number, number>()
  for (const own of shares)
    for (const { expert, share } of own) loads.set(expert, (loads.get(expert) ?? 0) + share)
  return loads
}

type Beside = {
  status: 'optimal' | 'feasible'
  spare: readonly (readonly number[])[]
  cap: number
  seats: number
  best: number | null
}

function told(field: Field, exact: Exact, { status, spare, cap, seats, best }: Beside): ChancesResult {
  const { denominator, shares } = exact
  const numberOf = (expert: number) => field.experts[expert]?.number ?? 0
  const fitOf = (work: number, expert: number) =>
    field.fits.get(field.works[work]?.nominationId ?? '')?.[expert] ?? 0
  const works = field.works.map(({ code }, at) => ({
    code,
    shares: (shares[at] ?? [])
      .map(({ expert, share }) => ({ person: numberOf(expert), share, fit: fitOf(at, expert) }))
      .sort((a, b) => b.share - a.share || b.fit - a.fit || a.person - b.person),
    spare: [...(spare[at] ?? [])]
      .sort((a, b) => fitOf(at, b) - fitOf(at, a) || numberOf(a) - numberOf(b))
      .map(numberOf),
  }))
  const pairs = works.flatMap((work) => work.shares)
  const total = pairs.reduce((sum, { share, fit }) => sum + share * fit, 0) / denominator
  const loads = [...expectedOf(exact).values()]
  const plot = new Map<number, number>()
  for (const load of loads) {
    const whole = Math.floor(load / denominator)
    plot.set(whole, (plot.get(whole) ?? 0) + 1)
  }
  return {
    ...{ way: 'lot', status, capPercent: cap, cap: printed(capOf(cap)), denominator, total, best },
    cost: priceOf(best, total),
    greatest: pairs.reduce((most, { share }) => Math.max(most, share), 0),
    heaviest: loads.reduce((most, load) => Math.max(most, load), 0),
    ...{ seats, pool: field.experts.length, distinct: loads.length, pairs: pairs.length },
    load: [...plot].sort(([a], [b]) => a - b),
    works,
  }
}
