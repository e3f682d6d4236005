/**
 * Whole seats under quotas: the relaxation first, then a search among the pairs that its prices leave open.
 *
 * A pair that lies below the bound by its rest can be in no assignment better than that (reduced cost fixing; Dantzig,
 * Fulkerson and Johnson 1954). So a first search among the nearest pairs finds an assignment, and a second one among
 * all pairs that could be in a better one proves it: what it proves holds for the whole instance.
 */
import { solve } from '#app/domain/panels/solver/solver.server.ts'
import type { Candidates } from './candidates.ts'
import { boundOf, brokenIn, unitsOf } from './certificate.ts'
import { type Panels, Rows } from './instance.ts'
import { type Active, activate, type Context, type Goal, panelsOf, programOf } from './linear.ts'
import type { Relaxed } from './relaxed.server.ts'

export interface Whole {
  panels: Panels | null
  /** of all panels together; meaningless without panels */
  units: number
  bound: number
  /** the panels are the best there are; without panels: there are none */
  proven: boolean
}

const GRAIN = 1
const MOST_PAIRS = 60_000
const SECONDS = 40

export async function wholeSeats(
  context: Context,
  relaxed: Relaxed,
  goal: Goal,
  known: Panels | null = null,
  signal?: AbortSignal,
): Promise<Whole> {
  const { instance } = context
  const bound = Math.floor(relaxed.bound + 1e-6)
  let panels = known
  let units = known ? sumOf(unitsOf(instance, known)) : Number.NEGATIVE_INFINITY
  let depth = firstDepth(relaxed.candidates)
  while (!panels || units < bound) {
    const needed = panels ? relaxed.bound - units - GRAIN + 1e-6 : Number.POSITIVE_INFINITY
    const pairs = near(context, relaxed, Math.min(depth, needed), panels)
    const found = await search(context, pairs.candidates, relaxed.active, goal, panels, signal)
    if (found.panels && found.units > units) [panels, units] = [found.panels, found.units]
    if (!found.ended) return { panels, units, bound, proven: false }
    const open = panels ? relaxed.bound - units - GRAIN + 1e-6 : Number.POSITIVE_INFINITY
    if (pairs.all || open <= Math.min(depth, needed)) return { panels, units, bound: units, proven: true }
    if (pairs.count > MOST_PAIRS) return { panels, units, bound, proven: false }
    depth = panels ? open : depth * 4
  }
  return { panels, units, bound, proven: true }
}

/** One unit in a hundred of the greatest fit. */
function firstDepth({ units }: Candidates): number {
  let greatest = 0
  for (const row of units) greatest = Math.max(greatest, Math.abs(row[0] ?? 0))
  return Math.max(GRAIN, greatest / 100)
}

/** The pairs that can be in an assignment at most `depth` below the bound, and those of the panels that are known. */
function near({ instance, request }: Context, { duals }: Relaxed, depth: number, known: Panels | null) {
  const lists = Array.from({ length: instance.submissions }, (_, j) => new Set(known?.[j]))
  let found = 0
  boundOf(
    instance,
    request,
    duals,
    (j, i) => {
      lists[j]?.add(i)
      found += 1
    },
    Number.isFinite(depth) ? -depth - 1e-6 : -Number.MAX_VALUE,
  )
  const rows = new Rows(instance)
  const candidates: Candidates = { experts: [], units: [] }
  let [count, possible] = [0, 0]
  for (const [j, list] of lists.entries()) {
    const row = rows.of(j, request.caps)
    for (const value of row) if (value !== Number.NEGATIVE_INFINITY) possible += 1
    const sorted = [...list].sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b)
    candidates.experts.push(Int32Array.from(sorted))
    candidates.units.push(Float64Array.from(sorted, (i) => row[i] ?? 0))
    count += sorted.length
  }
  return { candidates, count, all: found >= possible }
}

async function search(
  context: Context,
  candidates: Candidates,
  active: Active,
  goal: Goal,
  known: Panels | null,
  signal?: AbortSignal,
) {
  const until = performance.now() + SECONDS * 1000
  for (;;) {
    const program = programOf(context, candidates, active, goal, true)
    const start = known ? startOf(candidates, known) : undefined
    const seconds = Math.max(1, (until - performance.now()) / 1000)
    const solved = await solve(program.model, { seconds, start }, signal)
    const ended = solved.status !== 'limit'
    if (!solved.values) return { panels: null, units: 0, ended }
    const panels = panelsOf(candidates, program, solved)
    const seated = candidates.experts.map((list, j) => {
      const panel = new Set(panels[j])
      return Uint8Array.from(list, (i) => (panel.has(i) ? 1 : 0))
    })
    if (activate(context, candidates, (j, at) => seated[j]?.[at] ?? 0, active, goal.floor)) {
      if (ended || performance.now() < until) continue
      return { panels: null, units: 0, ended: false }
    }
    const broken = brokenIn(context.instance, context.request, panels)
    if (broken.length > 0) throw new Error(`the solver broke ${broken.join(', ')}`)
    return { panels, units: sumOf(unitsOf(context.instance, panels)), ended }
  }
}

function startOf({ experts }: Candidates, known: Panels): Float64Array {
  return Float64Array.from(
    experts.flatMap((list, j) => {
      const panel = new Set(known[j])
      return [...list].map((i) => (panel.has(i) ? 1 : 0))
    }),
  )
}

export function sumOf(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0)
}
