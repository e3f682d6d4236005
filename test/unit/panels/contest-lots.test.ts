/** The draw for all works of a contest: an assignment that keeps everything, with chances exactly as published. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rounded, roundedBy, type Share } from '#app/domain/panels/contests/lots/rounding.ts'
import { fraction, plus, times, zero } from '#app/domain/panels/fractions.ts'

const numbers = (max: number, length: number) =>
  fc.array(fc.integer({ min: 0, max }), { minLength: length, maxLength: length })

/**
 * Works, people in organisations of municipalities, and some whole assignments under quotas: their mean is a set of
 * probabilities with a known mixture behind it.
 */
const mixtures = fc
  .record({
    people: fc.integer({ min: 4, max: 12 }),
    works: fc.integer({ min: 1, max: 6 }),
    k: fc.integer({ min: 1, max: 3 }),
    mixed: fc.integer({ min: 2, max: 7 }),
    order: numbers(1_000_000, 600),
    homes: numbers(5, 12),
    quota: fc.boolean(),
  })
  .map(({ people, works, k, mixed, order, homes, quota }) => {
    const organisation = (row: number) => homes[row] as number
    const groupsOf = (row: number) => (quota ? [organisation(row) % 2, organisation(row)] : [])
    const barred = (work: number, row: number) => (work * 7 + row * 3) % 5 === 0
    let at = 0
    const next = () => order[at++ % order.length] as number
    const all = Array.from({ length: mixed }, () =>
      Array.from({ length: works }, (_, work) => {
        const able = Array.from({ length: people }, (_, row) => row).filter((row) => !barred(work, row))
        const sorted = able.map((row) => ({ row, by: next() })).sort((a, b) => a.by - b.by || a.row - b.row)
        const panel: number[] = []
        for (const { row } of sorted) {
          const same = panel.filter((one) => organisation(one) === organisation(row)).length
          if (panel.length < k && (!quota || same < 1)) panel.push(row)
        }
        return panel
      }),
    )
    return { people, works, k, quota, groupsOf, organisation, barred, all }
  })
  .filter(({ all, k }) => all.every((one) => one.every((panel) => panel.length === k)))

function sharesOf(all: readonly (readonly (readonly number[])[])[], works: number): Share[][] {
  return Array.from({ length: works }, (_, work) => {
    const counts = new Map<number, number>()
    for (const one of all) for (const row of one[work] ?? []) counts.set(row, (counts.get(row) ?? 0) + 1)
    return [...counts].map(([row, share]) => ({ row, share }))
  })
}

describe('one assignment from probabilities', () => {
  test('every outcome keeps seats, pairs, conflicts, quotas and loads', () => {
    fc.assert(
      fc.property(mixtures, fc.string({ maxLength: 8 }), (given, seed) => {
        const { works, k, quota, groupsOf, organisation, barred, all } = given
        const shares = sharesOf(all, works)
        const drawn = rounded(shares, all.length, groupsOf, seed)
        const loads = new Map<number, number>()
        for (const [work, panel] of drawn.entries()) {
          expect(panel).toHaveLength(k)
          expect(new Set(panel).size).toBe(k)
          for (const row of panel) {
            expect(barred(work, row)).toBe(false)
            expect(shares[work]?.some((one) => one.row === row)).toBe(true)
            loads.set(row, (loads.get(row) ?? 0) + 1)
          }
          if (quota) expect(new Set(panel.map(organisation)).size).toBe(k)
          for (const group of [0, 1]) {
            const of = (row: number) => groupsOf(row)[0] === group
            const sum = (shares[work] ?? []).reduce((all, { row, share }) => all + (of(row) ? share : 0), 0)
            if (!quota) continue
            const count = panel.filter(of).length
            expect(count).toBeGreaterThanOrEqual(Math.floor(sum / all.length))
            expect(count).toBeLessThanOrEqual(Math.ceil(sum / all.length))
          }
          // whoever is certain is always drawn
          for (const { row, share } of shares[work] ?? [])
            if (share === all.length) expect(panel).toContain(row)
        }
        for (let row = 0; row < given.people; row += 1) {
          const expected = shares.flat().reduce((sum, one) => sum + (one.row === row ? one.share : 0), 0)
          expect(loads.get(row) ?? 0).toBeGreaterThanOrEqual(Math.floor(expected / all.length))
          expect(loads.get(row) ?? 0).toBeLessThanOrEqual(Math.ceil(expected / all.length))
        }
        expect(rounded(shares, all.length, groupsOf, seed)).toEqual(drawn)
      }),
      { numRuns: 400, seed: 4 },
    )
  })

  test('over all ways a draw can go, each pair has exactly its probability', () => {
    let seen = 0
    fc.assert(
      fc.property(mixtures, ({ works, groupsOf, all }) => {
        const shares = sharesOf(all, works)
        const chances = shares.map((own) => new Map(own.map(({ row }) => [row, zero])))
        let left = 300
        const follow = (path: readonly boolean[]): boolean => {
          let [chance, at] = [fraction(1), 0]
          const drawn = roundedBy(shares, all.length, groupsOf, (one, of) => {
            const way = path[at] ?? true
            at += 1
            chance = times(chance, fraction(way ? one : of - one, of))
            return way
          })
          if (at > path.length) return follow([...path, true]) && follow([...path, false])
          left -= 1
          for (const [work, panel] of drawn.entries())
            for (const row of panel) chances[work]?.set(row, plus(chances[work]?.get(row) ?? zero, chance))
          return left > 0
        }
        // too many ways: the next one
        if (!follow([])) return
        seen += 1
        for (const [work, own] of shares.entries())
          for (const { row, share } of own)
            expect(chances[work]?.get(row)).toEqual(fraction(share, all.length))
      }),
      { numRuns: 150, seed: 7 },
    )
    expect(seen).toBeGreaterThan(20)
  })

  test('10,000 draws fit the published probabilities', () => {
    // five works, eight people of four organisations, thirds and sixths; one of an organisation, five seats for two
    const all = [
      [
        [0, 2],
        [1, 4],
        [3, 6],
        [0, 5],
        [2, 7],
      ],
      [
        [1, 3],
        [0, 6],
        [2, 5],
        [4, 7],
        [1, 3],
      ],
      [
        [4, 6],
        [2, 5],
        [0, 7],
        [1, 3],
        [0, 6],
      ],
      [
        [0, 2],
        [3, 7],
        [1, 4],
        [5, 6],
        [2, 4],
      ],
      [
        [5, 7],
        [1, 2],
        [3, 6],
        [0, 2],
        [4, 7],
      ],
      [
        [1, 4],
        [0, 6],
        [2, 7],
        [3, 5],
        [1, 6],
      ],
    ]
    const shares = sharesOf(all, 5)
    const groupsOf = (row: number) => [Math.floor(row / 2)]
    const DRAWS = 10_000
    const counts = shares.map((own) => new Map(own.map(({ row }) => [row, 0])))
    for (let draw = 0; draw < DRAWS; draw += 1)
      for (const [work, panel] of rounded(shares, 6, groupsOf, `draw ${draw}`).entries())
        for (const row of panel) counts[work]?.set(row, (counts[work]?.get(row) ?? 0) + 1)
    for (const [work, own] of shares.entries()) {
      // two of each work: counts vary less than of independent throws, so the usual bound is a strict enough one
      let squares = 0
      for (const { row, share } of own) {
        const due = (DRAWS * share) / 6
        squares += ((counts[work]?.get(row) ?? 0) - due) ** 2 / due
      }
      // 99.9 % of chi-square with seven degrees
      expect(squares).toBeLessThan(24.3)
    }
    // and each pair by itself, within four deviations
    for (const [work, own] of shares.entries())
      for (const { row, share } of own) {
        const p = share / 6
        const deviation = Math.sqrt(DRAWS * p * (1 - p))
        expect(Math.abs((counts[work]?.get(row) ?? 0) - DRAWS * p)).toBeLessThan(4 * deviation + 1)
      }
  })

  test('what is no flow is refused', () => {
    expect(() => rounded([[{ row: 1, share: 1 }]], 2, () => [], 'x')).toThrow('no flow')
  })
})
