/**
 * The smallest relaxation: when the seats cannot be filled, which rule to loosen, and to what.
 *
 * Each rule is a ladder whose every step costs something: a quota or a seat for the high level 1, a hundredth of the
 * probability a tenth, a seat more for every expert 2. Filling gets easier with every step, so the least step of one rule is found by halving, and two rules
 * together are tried while they stay cheaper. Fewer seats are offered only when all other rules together do not help.
 * Every relaxation that is told has been filled by a flow: it really is feasible.
 */
import type { Instance, Request } from './instance.ts'
import { areNested, MILLION, Pool, type Rules } from './network.ts'

export interface Change {
  quota: string
  from: number
  to: number
}
export interface Relaxation {
  changes: Change[]
  /** where no relaxation helps: those that nobody may have */
  submissions?: number[]
}

/** True when a flow proves that there is no assignment; false leaves it open. */
export function cannotBe(instance: Instance, request: Request): boolean {
  const { seen, pool, asked } = poolOf(instance, request)
  // the plain assignment finds out by itself
  const plain = seen.maxPer.length === 0 && request.maxProbability === 1 && request.minHigh === 0
  return !plain && pool.cannot(asked)
}

interface Ladder {
  quota: string
  cost: number
  steps: number
  valueAt(step: number): number
  put(rules: Rules, step: number): Rules
}

const PAIR_STEPS = 6
const HUNDREDTH = MILLION / 100
const BUDGET_MS = 900

export function relaxation(instance: Instance, request: Request): Relaxation {
  const { seen, dropped, pool, asked } = poolOf(instance, request)
  const free = dropped.map(({ group, most }) => ({ quota: group, from: most, to: request.k }))
  const search = new Search(pool, asked, laddersOf(instance, seen, asked))
  const found = search.smallest()
  if (found) return { changes: [...free, ...found] }
  return { changes: [], submissions: pool.deserted().map((j) => instance.submissionIds[j] ?? j) }
}

function poolOf(instance: Instance, request: Request) {
  const groups = request.maxPer.map(({ group }) => instance.groups[group] as Int32Array)
  // quotas that cross each other make no tree; without the crossing ones what is told may be too little, so none is kept
  const seen = areNested(groups) ? request : { ...request, maxPer: [] }
  const dropped = seen === request ? [] : request.maxPer
  const asked: Rules = {
    k: request.k,
    quotas: seen.maxPer.map(({ most }) => most),
    minHigh: request.minHigh,
    added: 0,
    share: Math.round(request.maxProbability * MILLION),
  }
  return { seen, dropped, pool: new Pool(instance, seen), asked }
}

function laddersOf(instance: Instance, { maxPer, caps }: Request, asked: Rules): Ladder[] {
  const quotas = maxPer.map(
    ({ group, most }, at): Ladder => ({
      quota: group,
      cost: 1,
      steps: Math.max(0, asked.k - most),
      valueAt: (step) => most + step,
      put: (rules, step) => ({
        ...rules,
        quotas: rules.quotas.map((one, place) => (place === at ? one + step : one)),
      }),
    }),
  )
  const first = caps[0] ?? 0
  const from = instance.loads === null ? first : 0
  const share = (step: number) =>
    step === 0 ? asked.share : Math.min(MILLION, (Math.floor(asked.share / HUNDREDTH) + step) * HUNDREDTH)
  const room = caps.reduce((least, cap) => Math.min(least, cap), instance.submissions)
  return [
    ...quotas,
    {
      quota: 'min-high',
      cost: 1,
      steps: asked.minHigh,
      valueAt: (step) => asked.minHigh - step,
      put: (rules, step) => ({ ...rules, minHigh: rules.minHigh - step }),
    },
    {
      quota: 'max-probability',
      cost: 0.1,
      steps: Math.ceil((MILLION - asked.share) / HUNDREDTH),
      valueAt: (step) => share(step) / MILLION,
      put: (rules, step) => ({ ...rules, share: share(step) }),
    },
    {
      quota: instance.loads === null ? 'cap' : 'loads',
      cost: 2,
      steps: Math.max(0, instance.submissions - room),
      valueAt: (step) => from + step,
      put: (rules, step) => ({ ...rules, added: step }),
    },
  ]
}

class Search {
  private readonly until = performance.now() + BUDGET_MS
  private readonly tried = new Map<string, boolean>()
  constructor(
    private readonly pool: Pool,
    private readonly asked: Rules,
    private readonly ladders: readonly Ladder[],
  ) {}

  smallest(): Change[] | null {
    const all = this.ladders.map(({ steps }) => steps)
    if (!this.fills(all)) return this.fewerSeats(all)
    return this.told(this.oneOrTwo() ?? this.tightened(all))
  }

  private rulesAt(steps: readonly number[]): Rules {
    return this.ladders.reduce((rules, ladder, at) => ladder.put(rules, steps[at] ?? 0), this.asked)
  }

  private fills(steps: readonly number[], k = this.asked.k): boolean {
    const key = `${k}:${steps.join()}`
    const known = this.tried.get(key)
    if (known !== undefined) return known
    // when time is up only what is found in turn counts: still feasible, perhaps not the smallest
    const answer = this.pool.fills({ ...this.rulesAt(steps), k }, performance.now() > this.until)
    this.tried.set(key, answer)
    return answer
  }

  private cost(steps: readonly number[]): number {
    return steps.reduce((sum, step, at) => sum + step * (this.ladders[at]?.cost ?? 0), 0)
  }

  /** The least step of one ladder with the others where they are, at most `most`; null when none is enough. */
  private least(steps: readonly number[], at: number, most: number): number[] | null {
    const put = (step: number) => steps.map((one, place) => (place === at ? step : one))
    if (most < 0 || !this.fills(put(most))) return null
    let [low, high] = [0, most]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.fills(put(middle))) high = middle
      else low = middle + 1
    }
    return put(low)
  }

  private oneOrTwo(): number[] | null {
    const none = this.ladders.map(() => 0)
    let best: number[] | null = null
    const offer = (steps: number[] | null) => {
      if (steps && (best === null || this.cost(steps) < this.cost(best))) best = steps
    }
    for (const [at, { steps }] of this.ladders.entries()) if (steps > 0) offer(this.least(none, at, steps))
    for (const [one, { steps, cost }] of this.ladders.entries())
      for (const [other, ladder] of this.ladders.entries())
        for (let step = 1; other !== one && step <= Math.min(steps, PAIR_STEPS); step += 1) {
          if (performance.now() > this.until) return best
          const left = (best === null ? Number.POSITIVE_INFINITY : this.cost(best)) - step * cost
          // strictly cheaper, or it is not worth a second rule
          const most = Math.min(ladder.steps, Math.ceil(left / ladder.cost) - 1)
          if (most < 1) continue
          offer(
            this.least(
              none.map((_, place) => (place === one ? step : 0)),
              other,
              most,
            ),
          )
        }
    return best
  }

  /** From everything loosened back, one rule after another; the best of the orders that begin with each. */
  private tightened(all: readonly number[]): number[] {
    const results = this.ladders.map((_, start) => {
      let steps = [...all]
      for (let turn = 0; turn < all.length; turn += 1) {
        const at = (start + turn) % all.length
        steps = this.least(steps, at, steps[at] ?? 0) ?? steps
      }
      return steps
    })
    return results.reduce((best, one) => (this.cost(one) < this.cost(best) ? one : best))
  }

  /** The largest panel that can be had, with the rules as they are if these leave any, else with all of them loosened. */
  private fewerSeats(all: readonly number[]): Change[] | null {
    for (const steps of [all.map(() => 0), all]) {
      let [low, high] = [0, this.asked.k - 1]
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (this.fills(steps, middle)) low = middle
        else high = middle - 1
      }
      if (low === 0) continue
      const tight = steps === all ? this.tightenedAt(all, low) : steps
      return [...this.told(tight), { quota: 'k', from: this.asked.k, to: low }]
    }
    return null
  }

  private tightenedAt(all: readonly number[], k: number): number[] {
    return new Search(this.pool, { ...this.asked, k }, this.ladders).tightened(all)
  }

  private told(steps: readonly number[]): Change[] {
    return this.ladders.flatMap(({ quota, valueAt }, at) => {
      const step = steps[at] ?? 0
      return step === 0 ? [] : [{ quota, from: valueAt(0), to: valueAt(step) }]
    })
  }
}
