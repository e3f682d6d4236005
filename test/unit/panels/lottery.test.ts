import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { compared, fraction, numeric, one, printed, sumOf, zero } from '#app/domain/panels/fractions.ts'
import { allotted } from '#app/domain/panels/lottery/allotting.ts'
import { type Lottery, lotteryOf } from '#app/domain/panels/lottery/making.server.ts'
import { brokenBy, kindsOf, type Pool, withoutIdle } from '#app/domain/panels/lottery/pool.ts'
import { probabilitiesOf, weighed } from '#app/domain/panels/lottery/weighing.ts'
import { closeSolver } from '#app/domain/panels/solver/solver.server.ts'
import { allPanels, leximinByForce } from '#test/support/exact-leximin.ts'

afterAll(closeSolver)

/** The example of the literature: one woman of one view, all others split evenly, both halves wanted. */
function example(count: number, size: number, least: number): Pool {
  const quotas = ['f', 'm', 'l', 'c'].map((name) => ({ name, min: least, max: size }))
  const half = count / 2
  const people = Array.from({ length: count }, (_, at) => ({
    id: `p${at}`,
    quotas: at === 0 ? [0, 3] : at < half ? [0, 2] : [1, 3],
  }))
  return { size, quotas, people }
}

const tiny = fc
  .record({
    people: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }), {
      minLength: 1,
      maxLength: 6,
    }),
    bounds: fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 1, max: 3 })), {
      minLength: 3,
      maxLength: 3,
    }),
    size: fc.integer({ min: 1, max: 3 }),
  })
  .filter(({ people, size }) => size <= people.length)
  .map(
    ({ people, bounds, size }): Pool => ({
      size,
      people: people.map((quotas, at) => ({ id: `p${at}`, quotas })),
      quotas: bounds.map(([min, max], at) => ({ name: `q${at}`, min, max })),
    }),
  )

/** What must hold of any lottery: quotas, whole weight one, everybody exactly as likely as stated. */
function holds(pool: Pool, { panels, probabilities, least }: Lottery) {
  expect(printed(sumOf(panels.map(({ weight }) => weight)))).toBe('1/1')
  for (const { members, weight } of panels) {
    expect(weight.n > 0n).toBe(true)
    expect(new Set(members).size).toBe(pool.size)
    const each = { ...pool, people: members.map((at) => pool.people[at] as Pool['people'][number]) }
    const kinds = kindsOf(each)
    expect(
      brokenBy(
        kinds.map(({ people }) => people.length),
        kinds,
        pool,
      ),
    ).toEqual([])
  }
  const all = pool.people.map((_, at) =>
    sumOf(panels.filter(({ members }) => members.includes(at)).map(({ weight }) => weight)),
  )
  expect(all.map(printed)).toEqual(probabilities.map(printed))
  expect(printed(all.reduce((a, b) => (compared(b, a) < 0 ? b : a)))).toBe(printed(least))
  for (const { people } of kindsOf(pool))
    expect(new Set(people.map((at) => printed(all[at] ?? zero))).size).toBe(1)
  expect(panels.length).toBeLessThanOrEqual(pool.people.length + kindsOf(pool).length + 1)
}

describe('a lottery under quotas', () => {
  test('gives everybody of the examples of the literature exactly ten per cent', async () => {
    for (const pool of [example(200, 20, 9), example(2000, 200, 99)]) {
      const lottery = (await lotteryOf(pool)) as Lottery
      expect(new Set(lottery.probabilities.map(printed))).toEqual(new Set(['1/10']))
      expect(lottery.panels.length).toBeLessThan(50)
      holds(pool, lottery)
    }
  })

  test('is the leximin that brute force finds, or proposes a relaxation that works', async () => {
    await fc.assert(
      fc.asyncProperty(tiny, async (pool) => {
        const found = await lotteryOf(pool)
        if ('relaxation' in found) {
          expect(allPanels(pool)).toEqual([])
          expect(found.relaxation.length).toBeGreaterThan(0)
          const eased = new Map(found.relaxation.map(({ name, to }) => [name, to]))
          const quotas = pool.quotas.map((quota) => ({ ...quota, ...eased.get(quota.name) }))
          expect(allPanels({ ...pool, quotas }).length).toBeGreaterThan(0)
          return
        }
        holds(pool, found)
        expect(found.probabilities.map(printed)).toEqual(leximinByForce(pool).map(printed))
      }),
      { numRuns: 60, seed: 5 },
    )
  })

  test('proposes no more places than are needed', async () => {
    const pool = example(200, 20, 9)
    const quotas = pool.quotas.map((quota) => (quota.name === 'f' ? { ...quota, min: 15 } : quota))
    const found = (await lotteryOf({ ...pool, quotas })) as {
      relaxation: { from: { min: number }; to: { min: number } }[]
    }
    expect(found.relaxation.reduce((sum, { from, to }) => sum + from.min - to.min, 0)).toBe(4)
  })
})

test('quotas that nothing can break make no kinds', () => {
  const quotas = [
    { name: 'all', min: 1, max: 2 },
    { name: 'one', min: 0, max: 1 },
    { name: 'two', min: 0, max: 1 },
    { name: 'wanted', min: 1, max: 2 },
  ]
  const people = [[0, 1], [0, 2], [0, 2, 3]].map((own, at) => ({ id: `p${at}`, quotas: own })) // biome-ignore format: one line
  const left = withoutIdle({ size: 2, quotas, people })
  expect(left.quotas.map(({ name }) => name)).toEqual(['two', 'wanted'])
  expect(left.people.map((one) => one.quotas)).toEqual([[], [0], [0, 1]])
})

test('out of time it is exact and even still, though not proven', async () => {
  const pool = example(200, 20, 9)
  const lottery = (await lotteryOf(pool, { seconds: -1 })) as Lottery
  expect(lottery.proven).toBe(false)
  holds(pool, lottery)
})

describe('seats for people', () => {
  test('everybody of a kind sits exactly as long, on few panels', () => {
    const shape = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 7 }), fc.array(fc.nat(7), { minLength: 3, maxLength: 3 })),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(
        shape,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
        (shapes, parts) => {
          let next = 0
          const kinds = shapes.map(([size], at) => ({
            people: Array.from({ length: size }, () => next++),
            quotas: [at],
          }))
          const total = parts.reduce((sum, part) => sum + part, 0)
          const all = parts.map((part, at) => ({
            weight: fraction(part, total),
            counts: shapes.map(([size, counts]) => Math.min(size, counts[at] ?? 0)),
          }))
          const exact = probabilitiesOf(all, kinds)
          const panels = allotted(all, kinds, exact)
          expect(printed(sumOf(panels.map(({ weight }) => weight)))).toBe('1/1')
          for (const [at, { people }] of kinds.entries())
            for (const person of people)
              expect(
                printed(
                  sumOf(panels.filter(({ members }) => members.includes(person)).map(({ weight }) => weight)),
                ),
              ).toBe(printed(exact[at] ?? zero))
          expect(panels.length).toBeLessThanOrEqual(3 + next)
          for (const { members } of panels) expect(new Set(members).size).toBe(members.length)
        },
      ),
    )
  })

  test('weights are the simple fractions meant, else billionths that sum to one', () => {
    const kinds = [{ people: [0], quotas: [] }, { people: [1], quotas: [] }] // biome-ignore format: one line
    const thirds = weighed([[1, 0], [0, 1]], [1 / 3 + 1e-13, 2 / 3 - 1e-13], kinds, [1 / 3, 2 / 3]) // biome-ignore format: one line
    expect(thirds.map(({ weight }) => printed(weight))).toEqual(['1/3', '2/3'])
    const level = weighed([[1, 0], [0, 1]], [0.3, 0.7], kinds, [0.5, 0.5]) // biome-ignore format: one line
    expect(level.map(({ weight }) => printed(weight))).toEqual(['1/2', '1/2'])
    const odd = weighed([[1, 0], [0, 1]], [Math.SQRT1_2, 1 - Math.SQRT1_2], kinds, [0.7, 0.3]) // biome-ignore format: one line
    expect(printed(sumOf(odd.map(({ weight }) => weight)))).toBe('1/1')
    expect(numeric(odd[0]?.weight ?? one)).toBeCloseTo(Math.SQRT1_2, 8)
  })
})
