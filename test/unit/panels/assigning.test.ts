/**
 * The assignment against brute force, flow against solver, and the certificate against tampering. Small instances are
 * drawn at random: zero fits, ties, conflicts, one eligible person or none are among them.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requestOf } from '#app/domain/panels/assignment/asking.ts'
import { type Assigned, assign } from '#app/domain/panels/assignment/assigning.server.ts'
import { bestCandidates } from '#app/domain/panels/assignment/candidates.ts'
import { boundOf, brokenIn, unitsOf } from '#app/domain/panels/assignment/certificate.ts'
import { highNeeds, type Instance, type Request } from '#app/domain/panels/assignment/instance.ts'
import { assignPlain } from '#app/domain/panels/assignment/plain.ts'
import { readInstance } from '#app/domain/panels/assignment/reading.ts'
import { relax } from '#app/domain/panels/assignment/relaxed.server.ts'
import { relaxation } from '#app/domain/panels/assignment/relaxing.ts'
import { wholeSeats } from '#app/domain/panels/assignment/whole.server.ts'
import { makeInstance } from '#test/bench/panel-instances.ts'

const SEED = { seed: 20_261_123 }

/** A small instance of the registry's form: levels among few values, so that ties and zeros are common. */
const small = fc
  .record({
    experts: fc.array(
      fc.record({
        dirs: fc.dictionary(fc.constantFrom('0', '1'), fc.constantFrom(0, 40, 60, 61, 90, 95)),
        org: fc.nat(2),
        mun: fc.nat(1),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    subs: fc.array(fc.constantFrom([0], [1], [0, 1]), { minLength: 1, maxLength: 3 }),
    conflicts: fc.array(fc.tuple(fc.nat(5), fc.nat(2)), { maxLength: 5 }),
  })
  .map(({ experts, subs, conflicts }) => ({
    // an organisation lies in one municipality
    experts: experts.map((expert, at) => ({ ...expert, mun: expert.org === 0 ? 0 : 1, id: at + 10 })),
    subs: subs.map((dirs, at) => ({ id: at + 100, dirs })),
    conflicts: conflicts
      .filter(([e, s]) => e < experts.length && s < subs.length)
      .map(([e, s]) => [e + 10, s + 100]),
  }))
const asking = fc.record({
  k: fc.integer({ min: 1, max: 3 }),
  cap: fc.integer({ min: 1, max: 3 }),
  'max-per': fc.constantFrom(undefined, 'organisation=1', 'municipality=1', 'organisation=1,municipality=2'),
  'min-high': fc.constantFrom(undefined, '1', '2'),
  objective: fc.constantFrom('sum', 'maxmin'),
})

const askedOf = ({ k, cap, ...rest }: { k: number; cap: number } & Record<string, unknown>) => ({
  ...rest,
  k: String(k),
  cap: String(cap),
})

/** Every panel of k people, every choice of panels: the best worst and sum, or null. */
function bruteForce(instance: Instance, request: Request): { worst: number; total: number } | null {
  const choices = (from: number, left: number): number[][] =>
    left === 0
      ? [[]]
      : Array.from({ length: Math.max(0, instance.experts - from) }, (_, step) => from + step).flatMap((i) =>
          choices(i + 1, left - 1).map((rest) => [i, ...rest]),
        )
  const all = choices(0, request.k)
  let best: { worst: number; total: number } | null = null
  const put = (panels: number[][]) => {
    if (panels.length === instance.submissions) {
      if (brokenIn(instance, request, panels).length > 0) return
      const units = unitsOf(instance, panels)
      const [worst, total] = [Math.min(...units), units.reduce((a, b) => a + b, 0)]
      const fair = request.objective === 'maxmin'
      if (!best || (fair && worst > best.worst) || ((!fair || worst === best.worst) && total > best.total))
        best = { worst, total }
      return
    }
    for (const panel of all) put([...panels, panel])
  }
  put([])
  return best
}

describe('the optimum', () => {
  test('equals brute force, under quotas and for the worst panel too, and keeps every rule', async () => {
    await fc.assert(
      fc.asyncProperty(small, asking, async (given, asked) => {
        const instance = readInstance(given)
        const request = requestOf(instance, askedOf(asked))
        const outcome = await assign(instance, request)
        const truth = bruteForce(instance, request)
        expect(outcome.status).toBe(truth ? 'optimal' : 'infeasible')
        if (!truth) return
        const { total, worst, gap, panels } = outcome as Assigned
        expect({ total, gap }).toEqual({ total: truth.total, gap: 0 })
        if (asked.objective === 'maxmin') expect(worst).toBe(truth.worst)
        expect(brokenIn(instance, request, panels ?? [])).toEqual([])
      }),
      { numRuns: 80, ...SEED },
    )
  })

  test('is the same by the flow and by the solver', async () => {
    for (const [experts, submissions, k, cap] of [
      [60, 25, 3, 2],
      [40, 30, 4, 3],
      [90, 20, 2, 1],
    ] as const) {
      const instance = readInstance(makeInstance(experts, submissions))
      const request = requestOf(instance, { k: String(k), cap: String(cap) })
      const flow = assignPlain(instance, request)
      const context = { instance, request, needs: highNeeds(instance, request) }
      const goal = { what: 'sum', floor: null } as const
      const relaxed = await relax(context, bestCandidates(instance, request, 10), goal)
      const whole = await wholeSeats(context, relaxed, goal)
      expect(whole).toMatchObject({ units: flow?.bound, proven: true })
    }
  })

  test('of decimal fractions is exact', async () => {
    const instance = readInstance({ affinity: [[0.1, 0.2, 0.35]], conflicts: [], loads: [1, 1, 1] })
    const outcome = await assign(instance, requestOf(instance, { k: '3' }))
    expect(outcome).toMatchObject({ status: 'optimal', total: 0.65, bound: 0.65, gap: 0 })
  })

  test('of probabilities keeps the cap and every seat, and costs what the cap takes', async () => {
    const instance = readInstance({ affinity: [[10, 6, 4]], loads: [1, 1, 1] })
    const half = await assign(instance, requestOf(instance, { k: '1', 'max-probability': '0.5' }))
    expect(half).toMatchObject({ status: 'optimal', total: 8, gap: 0 })
    expect((half as Assigned).probabilities).toEqual([
      { expert: 0, submission: 0, p: 0.5 },
      { expert: 1, submission: 0, p: 0.5 },
    ])
  })
})

describe('the certificate', () => {
  const instance = readInstance(makeInstance(80, 20))
  const request = requestOf(instance, { k: '3', cap: '2' })
  const { panels, duals, bound } = assignPlain(instance, request) ?? { panels: [], duals: null, bound: 0 }

  test('is recomputed from the prices alone, over every pair', () => {
    if (!duals) throw new Error('no assignment')
    expect(boundOf(instance, request, duals)).toBe(bound)
    expect(unitsOf(instance, panels).reduce((a, b) => a + b, 0)).toBe(bound)
  })

  test('refuses prices of the wrong sign, and lower prices bound no lower', () => {
    if (!duals) throw new Error('no assignment')
    expect(() => boundOf(instance, request, { ...duals, price: duals.price.map(() => -1) })).toThrow()
    const worth = duals.worth.map((value) => value - 5)
    expect(boundOf(instance, request, { ...duals, worth })).toBeGreaterThan(bound)
  })

  test('names what a tampered assignment breaks', () => {
    const [first = [], ...rest] = panels
    const conflicted = instance.conflicts[0]?.[0] ?? 0
    expect(brokenIn(instance, request, panels)).toEqual([])
    expect(brokenIn(instance, request, [first.slice(1), ...rest])).toContain('size of 0')
    expect(brokenIn(instance, request, [[...first.slice(1), conflicted], ...rest])).toContain('conflict in 0')
    const greedy = panels.map((panel) =>
      panel.includes(first[0] ?? 0) ? panel : [first[0] ?? 0, ...panel.slice(1)],
    )
    expect(brokenIn(instance, request, greedy)).toContain(`load of ${first[0]}`)
  })
})

describe('the relaxation', () => {
  test('of what cannot be is feasible, and none smaller of one rule is', async () => {
    await fc.assert(
      fc.asyncProperty(small, asking, async (given, asked) => {
        const instance = readInstance(given)
        const request = requestOf(instance, askedOf({ ...asked, objective: 'sum' }))
        if (bruteForce(instance, request)) return
        const { changes, submissions } = relaxation(instance, request)
        if (changes.length === 0) expect(submissions?.length).toBeGreaterThan(0)
        if (changes.length === 0) return
        expect(bruteForce(instance, loosened(request, changes))).not.toBeNull()
        const [only, ...others] = changes
        if (!only || others.length > 0) return
        const less = only.to + Math.sign(only.from - only.to)
        expect(bruteForce(instance, loosened(request, [{ ...only, to: less }]))).toBeNull()
      }),
      { numRuns: 120, ...SEED },
    )
  })

  test('is told by name: a quota, the load, the size of the panels', () => {
    const affinity = [[1, 1, 1]]
    const of = (instance: unknown, asked: Record<string, string>) => {
      const read = readInstance(instance)
      return relaxation(read, requestOf(read, asked))
    }
    const groups = { school: [0, 0, 0] }
    expect(of({ affinity, groups }, { k: '3', cap: '1', 'max-per': 'school=1' })).toEqual({
      changes: [{ quota: 'school', from: 1, to: 3 }],
    })
    expect(of({ affinity: [...affinity, ...affinity] }, { k: '2', cap: '1' })).toEqual({
      changes: [{ quota: 'cap', from: 1, to: 2 }],
    })
    expect(of({ affinity }, { k: '4', cap: '1' })).toEqual({ changes: [{ quota: 'k', from: 4, to: 3 }] })
    expect(
      of(
        {
          affinity,
          conflicts: [
            [0, 0],
            [1, 0],
            [2, 0],
          ],
        },
        { k: '1', cap: '1' },
      ),
    ).toEqual({
      changes: [],
      submissions: [0],
    })
  })
})

function loosened(request: Request, changes: readonly { quota: string; to: number }[]): Request {
  const loose = { ...request }
  for (const { quota, to } of changes) {
    if (quota === 'k') loose.k = to
    else if (quota === 'min-high') loose.minHigh = to
    else if (quota === 'cap') loose.caps = loose.caps.map(() => to)
    else loose.maxPer = loose.maxPer.map(({ group, most }) => ({ group, most: group === quota ? to : most }))
  }
  return loose
}
