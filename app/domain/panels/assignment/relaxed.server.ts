/**
 * The relaxation of an assignment: shares of people instead of people, solved by adding rules and pairs until none is missing.
 *
 * Rows that are broken are added (cutting planes), then pairs that could improve (column generation; Gilmore and Gomory
 * 1961): its value, recomputed from the prices over all pairs, bounds every assignment under the rules.
 */
import { SolverFault, solve } from '#app/domain/panels/solver/solver.server.ts'
import type { Candidates } from './candidates.ts'
import { widened } from './candidates.ts'
import { boundOf, type Duals } from './certificate.ts'
import { Active, activate, type Context, type Goal, programOf } from './linear.ts'
import { Missing } from './plain.ts'

export interface Relaxed {
  /** false: shares that fill every seat do not exist, for any assignment */
  possible: boolean
  duals: Duals
  bound: number
  candidates: Candidates
  active: Active
  /** share of the candidate at this place of the submission's list */
  share(submission: number, at: number): number
}

const ADDED = 30
const SECONDS = 120

export async function relax(
  context: Context,
  start: Candidates,
  goal: Goal,
  active = new Active(context.request.maxPer.length),
  signal?: AbortSignal,
): Promise<Relaxed> {
  const { instance, request } = context
  let candidates = start
  const until = performance.now() + SECONDS * 1000
  while (performance.now() < until) {
    const program = programOf(context, candidates, active, goal, false)
    const { status, values, duals: prices } = await solve(program.model, { seconds: 60 }, signal)
    if (status === 'limit') break
    if (status !== 'optimal' || !values || !prices) throw new Error(`the relaxation ended with ${status}`)
    const share = (j: number, at: number) => values[(program.first[j] ?? 0) + at] ?? 0
    const floor = goal.what === 'worst' ? null : goal.floor
    if (activate(context, candidates, share, active, floor)) continue
    const duals = program.dualsOf(prices, instance)
    const missing = new Missing(candidates)
    const bound = boundOf(instance, request, duals, missing.visit, 1e-6 * instance.scale)
    const possible = program.shortageOf(values) < 1e-6
    if (missing.count === 0) {
      if (possible || goal.what === 'none') return { possible, duals, bound, candidates, active, share }
      // only when nothing but the seats counts does a missing seat prove that there is no assignment
      return relax(context, candidates, { ...goal, what: 'none' }, active, signal).then((proof) =>
        proof.possible
          ? Promise.reject(new Error('the relaxation left seats that can be filled'))
          : { ...proof, possible: false },
      )
    }
    candidates = widened(instance, request, candidates, missing.best(ADDED))
  }
  throw new SolverFault('stuck', 'the relaxation did not end')
}
