/** The plain assignment: a flow among the candidates, certified over all pairs; what the certificate names is added until it holds. */
import { bestCandidates, type Candidates, startingWidth, widened } from './candidates.ts'
import { boundOf, type Duals } from './certificate.ts'
import { type Flow, flowOf } from './flow.ts'
import type { Instance, Request } from './instance.ts'

export interface Plain extends Flow {
  duals: Duals
  bound: number
  candidates: Candidates
}

// What is added to a submission at once; more comes in the next round if the certificate asks for it.
const ADDED = 60

/** The optimum, or null when the seats cannot be filled. */
export function assignPlain(instance: Instance, request: Request): Plain | null {
  let width = startingWidth(instance, request)
  let candidates = bestCandidates(instance, request, width)
  for (;;) {
    const flow = flowOf(candidates, request.k, request.caps)
    if (!flow) {
      if (width >= instance.experts) return null
      width = Math.min(instance.experts, width * 4)
      candidates = bestCandidates(instance, request, width)
      continue
    }
    const duals: Duals = { sum: 1, worth: flow.worth, price: flow.price }
    const missing = new Missing(candidates)
    const bound = boundOf(instance, request, duals, missing.visit, 0)
    if (missing.count === 0) return { ...flow, duals, bound, candidates }
    candidates = widened(instance, request, candidates, missing.best(ADDED))
  }
}

/** Collects pairs that are not among the candidates and could improve. */
export class Missing {
  private readonly known: Set<number>[]
  private readonly found = new Map<number, { expert: number; rest: number }[]>()
  count = 0

  constructor({ experts }: Candidates) {
    this.known = experts.map((list) => new Set(list))
  }

  readonly visit = (submission: number, expert: number, rest: number) => {
    if (this.known[submission]?.has(expert)) return
    this.count += 1
    const list = this.found.get(submission)
    if (list) list.push({ expert, rest })
    else this.found.set(submission, [{ expert, rest }])
  }

  /** The `most` best of each submission. */
  best(most: number): Map<number, number[]> {
    return new Map(
      [...this.found].map(([j, list]) => {
        const chosen = list.sort((a, b) => b.rest - a.rest || a.expert - b.expert).slice(0, most)
        return [j, chosen.map(({ expert }) => expert)]
      }),
    )
  }
}
