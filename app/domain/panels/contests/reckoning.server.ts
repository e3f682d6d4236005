/**
 * Reckoning a batch: members by the exact assignment, a reserve beside them, what each limit costs, and plots of it.
 *
 * What comes back is plain data by code and public number: it is frozen with its hash and shown as it is.
 */
import { type Assigned, assign } from '#app/domain/panels/assignment/assigning.server.ts'
import type { Panels, Request } from '#app/domain/panels/assignment/instance.ts'
import { type Relaxation, relaxation } from '#app/domain/panels/assignment/relaxing.ts'
import type { ContestRow } from './facts.server.ts'
import { type Field, instanceOf, loadsOf, requestFor } from './field.server.ts'

export interface BatchSeat {
  person: number
  fit: number
  /** of a lot: the probability that the person had for the work, as a fraction */
  chance?: string
}
export interface BatchResult {
  status: 'optimal' | 'feasible'
  total: number
  worst: number
  bound: number
  gap: number
  distinct: number
  seats: number
  pool: number
  /** hundredths of a per cent that the limit costs; null: could not be reckoned */
  prices: { quotas?: number | null; load?: number | null; cap?: number | null }
  capPercent: number | null
  /** [works of an expert, how many experts] */
  load: [number, number][]
  /** [from, to, works] of the mean fit */
  strength: [number, number, number][]
  works: { code: string; members: BatchSeat[]; reserve: BatchSeat[] }[]
}
export type Impossible = { status: 'infeasible'; relaxation: Relaxation; deserted: string[] }
export type Reckoned = BatchResult | Impossible
export interface BatchAsked {
  cap: number | null
  fair: boolean
}

/** Reckons it step by step; `step` is told between them and may throw to stop. */
export async function reckon(
  contest: ContestRow,
  field: Field,
  { cap, fair }: BatchAsked,
  step: () => Promise<void>,
  signal?: AbortSignal,
): Promise<Reckoned> {
  const loads = loadsOf(field, contest.load)
  const instance = instanceOf(field, field.barred, loads)
  const request: Request = { ...requestFor(contest, loads), objective: fair ? 'maxmin' : 'sum' }
  const found = await assign(instance, request, signal)
  if (found.status === 'infeasible' || found.status === 'unknown' || !found.panels) {
    const eased = relaxation(instance, request)
    const deserted = (eased.submissions ?? []).map((at) => field.works[at]?.code ?? '')
    return { status: 'infeasible', relaxation: eased, deserted }
  }
  await step()
  const { panels } = found
  const left = Int32Array.from(loads)
  for (const expert of panels.flat()) left[expert] = (left[expert] as number) - 1
  const reserve = await reserveOf(contest, field, panels, left, signal)
  await step()
  const price = async (change: Partial<Request>) => priceOf(await total(change), found.total)
  const total = async (change: Partial<Request>) => {
    const free = change.caps ? instanceOf(field, field.barred, change.caps) : instance
    const other = await assign(free, { ...request, objective: 'sum', ...change }, signal).catch(() => null)
    return other && 'total' in other ? other.total : null
  }
  const prices: BatchResult['prices'] = {}
  if (request.maxPer.length > 0) prices.quotas = await price({ maxPer: [] })
  await step()
  prices.load = await price({ caps: loadsOf(field, field.works.length + contest.load) })
  await step()
  if (cap !== null) {
    const capped = await total({ maxProbability: cap / 100 })
    prices.cap = capped === null ? null : priceOf(found.total, capped)
  }
  await step()
  return told(field, found, { panels, reserve }, { prices, capPercent: cap })
}

/** Reserves beside the members: other people, within what is left of their load; fewer where there are not so many. */
export async function reserveOf(
  contest: ContestRow,
  field: Field,
  panels: Panels,
  left: Int32Array,
  signal?: AbortSignal,
): Promise<Panels> {
  const barred = field.barred.map((own, at) =>
    Int32Array.from(new Set([...own, ...(panels[at] ?? [])])).sort((a, b) => a - b),
  )
  for (let k = contest.reserve; k > 0; k -= 1) {
    const request = { ...requestFor(contest, left, k), maxPer: [] }
    const spare = await assign(instanceOf(field, barred, left), request, signal)
    if ('panels' in spare && spare.panels) return spare.panels
  }
  return panels.map(() => [])
}

/** How much less `to` is than `from`, in hundredths of a per cent. */
export function priceOf(from: number | null, to: number): number | null {
  if (from === null || from <= 0) return null
  return Math.max(0, Math.round(((from - to) * 10_000) / from))
}

type Seated = { panels: Panels; reserve: Panels }

function told(
  field: Field,
  { status, total, worst, bound, gap, distinct }: Assigned,
  { panels, reserve }: Seated,
  beside: Pick<BatchResult, 'prices' | 'capPercent'>,
): BatchResult {
  const seatOf = (work: number) => (expert: number) => ({
    person: field.experts[expert]?.number ?? 0,
    fit: field.fits.get(field.works[work]?.nominationId ?? '')?.[expert] ?? 0,
  })
  const best = (a: BatchSeat, b: BatchSeat) => b.fit - a.fit || a.person - b.person
  const works = field.works.map(({ code }, at) => ({
    code,
    members: (panels[at] ?? []).map(seatOf(at)).sort(best),
    reserve: (reserve[at] ?? []).map(seatOf(at)).sort(best),
  }))
  return {
    ...{ status, total, worst, bound, gap, distinct, pool: field.experts.length, ...beside },
    seats: panels.reduce((sum, panel) => sum + panel.length, 0),
    load: loadPlot(panels),
    strength: strengthPlot(works.map(({ members }) => meanOf(members.map(({ fit }) => fit)))),
    works,
  }
}

function loadPlot(panels: Panels): [number, number][] {
  const counts = new Map<number, number>()
  for (const expert of panels.flat()) counts.set(expert, (counts.get(expert) ?? 0) + 1)
  const plot = new Map<number, number>()
  for (const works of counts.values()) plot.set(works, (plot.get(works) ?? 0) + 1)
  return [...plot].sort(([a], [b]) => a - b)
}

const STEP = 5

function strengthPlot(means: readonly number[]): [number, number, number][] {
  const plot = new Map<number, number>()
  for (const mean of means) {
    const from = Math.min(100 - STEP, Math.floor(mean / STEP) * STEP)
    plot.set(from, (plot.get(from) ?? 0) + 1)
  }
  return [...plot].sort(([a], [b]) => a - b).map(([from, works]) => [from, from + STEP, works])
}

const meanOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length)
