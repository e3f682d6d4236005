/** Probabilities of a contest's lot: the solver's shares as exact fractions that keep every constraint. */
import { afterAll, describe, expect, test } from 'vitest'
import { assign } from '#app/domain/panels/assignment/assigning.server.ts'
import { highNeeds } from '#app/domain/panels/assignment/instance.ts'
import { readInstance } from '#app/domain/panels/assignment/reading.ts'
import { capOf, exactShares, keeps, type Pair } from '#app/domain/panels/contests/lots/exact.ts'
import { closeSolver } from '#app/domain/panels/solver/solver.server.ts'

afterAll(closeSolver)

describe('exact shares', () => {
  const instance = readInstance({
    affinity: [
      [90, 90, 80, 70, 60, 50, 40, 30],
      [90, 80, 80, 70, 60, 50, 40, 30],
      [90, 90, 90, 10, 60, 20, 40, 30],
    ],
    conflicts: [[0, 1]],
    loads: [2, 2, 2, 2, 2, 2, 2, 2],
    groups: { organisation: [0, 0, 1, 1, 2, 2, 3, 3], municipality: [0, 0, 0, 0, 1, 1, 1, 1] },
  })
  const requestAt = (maxProbability: number, objective: 'sum' | 'maxmin' = 'sum') => ({
    ...{ k: 2, caps: instance.loads as Int32Array, minHigh: 0, objective, maxProbability },
    maxPer: [
      { group: 'organisation', most: 1 },
      { group: 'municipality', most: 2 },
    ],
  })

  test.each([50, 30, 70, 95])('the optimum under %i %% is whole in parts of the cap', async (percent) => {
    const request = requestAt(percent / 100)
    const found = await assign(instance, request)
    const pairs = 'probabilities' in found ? (found.probabilities ?? []) : []
    const exact = exactShares(instance, request, capOf(percent), pairs)
    expect(exact.denominator).toBe(Number(capOf(percent).d))
    expect(keeps(instance, request, capOf(percent), exact)).toBe(true)
    const row = new Float64Array(instance.experts)
    const total = exact.shares.reduce((sum, own, j) => {
      instance.unitsInto(j, row)
      return sum + own.reduce((all, { expert, share }) => all + share * (row[expert] ?? 0), 0)
    }, 0)
    expect(total / exact.denominator).toBeCloseTo('total' in found ? found.total : 0, 9)
    expect(highNeeds(instance, request).every((need) => need === 0)).toBe(true)
  })

  test('shares that are no vertex, or a little off, get a flow beside them', async () => {
    const request = requestAt(0.5, 'maxmin')
    const found = await assign(instance, request)
    const pairs = 'probabilities' in found ? (found.probabilities ?? []) : []
    const mixed: Pair[] = pairs.map((one) => ({ ...one }))
    // a third of the way to another optimum would not be whole halves
    const uniform: Pair[] = Array.from({ length: 8 }, (_, expert) => ({ expert, submission: 0, p: 0.25 }))
    for (const given of [mixed, [...uniform, ...pairs.filter(({ submission }) => submission > 0)]]) {
      const exact = exactShares(instance, request, capOf(50), given)
      expect(keeps(instance, request, capOf(50), exact)).toBe(true)
      for (const { expert, submission, p } of given) {
        const share = exact.shares[submission]?.find((one) => one.expert === expert)?.share ?? 0
        expect(Math.abs(share / exact.denominator - p)).toBeLessThan(1e-5)
      }
    }
  })

  test('a share beyond the cap, a seat too few, a load or a quota too many do not hold', () => {
    const request = requestAt(0.5)
    const half = (experts: number[]) => experts.map((expert) => ({ expert, share: 1 }))
    const good = { denominator: 2, shares: [half([0, 2, 4, 6]), half([2, 4, 6, 1]), half([3, 5, 7, 1])] }
    const holds = (shares: typeof good.shares) =>
      keeps(instance, request, capOf(50), { denominator: 2, shares })
    const withFirst = (first: { expert: number; share: number }[]) => [first, ...good.shares.slice(1)]
    expect(holds(good.shares)).toBe(true)
    expect(holds(withFirst([...half([2, 4]), { expert: 6, share: 2 }]))).toBe(false)
    expect(holds(withFirst(half([2, 4, 6])))).toBe(false)
    expect(holds(withFirst(half([2, 3, 4, 6])))).toBe(true)
    expect(holds(good.shares.map((own, at) => (at === 1 ? half([0, 2, 4, 6]) : own)))).toBe(false)
  })
})
