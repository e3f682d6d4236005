import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestHex } from '#app/domain/panels/digest.ts'
import { drawnOrder, numbersOf, seedOf } from '#app/domain/panels/drawing.ts'
import {
  bindingOf,
  byPoints,
  faultsOf,
  type Row,
  replaces,
  type SelectionRules,
  selectFrom,
  whyNot,
} from '#app/domain/panels/selecting.ts'

const rowsOf = fc
  .array(
    fc.record({
      organisation: fc.integer({ min: 0, max: 6 }),
      directions: fc.subarray(['a', 'b', 'c']),
      points: fc.integer({ min: -80, max: 250 }),
    }),
    { maxLength: 24 },
  )
  .map((all): Row[] =>
    all.map((row, at) => ({
      ...row,
      row: at + 1,
      municipality: row.organisation === 0 ? 0 : Math.ceil(row.organisation / 2),
    })),
  )

const rulesOf = fc.record({
  size: fc.integer({ min: 1, max: 6 }),
  reserve: fc.integer({ min: 0, max: 4 }),
  maxPerOrganisation: fc.option(fc.integer({ min: 1, max: 3 })),
  maxPerMunicipality: fc.option(fc.integer({ min: 1, max: 3 })),
  directions: fc.subarray(['a', 'b', 'c']).map((codes) => codes.map((code) => ({ code, minimum: 1 }))),
})

/** Whether any composition keeps every rule, by trying all of them. */
function possible(rows: readonly Row[], rules: SelectionRules, from = 0, taken: Row[] = []): boolean {
  if (taken.length === rules.size) return faultsOf(taken, rules).length === 0
  for (let at = from; at < rows.length; at += 1)
    if (possible(rows, rules, at + 1, [...taken, rows[at] as Row])) return true
  return false
}

const membersOf = (rows: readonly Row[], outcome: ReturnType<typeof selectFrom>) =>
  'chosen' in outcome
    ? outcome.chosen.filter(({ standing }) => standing === 'member').map(({ row }) => rows[row - 1] as Row)
    : null

describe('selecting', () => {
  test('never breaks a quota, and never takes anybody twice', () => {
    fc.assert(
      fc.property(rowsOf, rulesOf, fc.boolean(), (rows, rules, lot) => {
        const outcome = selectFrom(
          lot ? drawnOrder(rows, 'seed') : byPoints(rows),
          rules,
          lot ? 'lot' : 'best',
        )
        if (!('chosen' in outcome)) return
        expect(faultsOf(membersOf(rows, outcome) ?? [], rules)).toEqual([])
        expect(new Set(outcome.chosen.map(({ row }) => row)).size).toBe(outcome.chosen.length)
        expect(outcome.chosen.length).toBeLessThanOrEqual(rules.size + rules.reserve)
      }),
      { numRuns: 1500 },
    )
  })

  test('finds a composition whenever one exists, and names a rule when none does', () => {
    const small = rowsOf.map((rows) => rows.slice(0, 9))
    fc.assert(
      fc.property(small, rulesOf, (rows, given) => {
        const rules = { ...given, size: Math.min(given.size, 4) }
        const outcome = selectFrom(byPoints(rows), rules, 'best')
        expect('chosen' in outcome).toBe(possible(rows, rules))
        if ('binding' in outcome) expect(outcome.binding.length).toBeGreaterThan(0)
      }),
      { numRuns: 800 },
    )
  })

  test('every reserve can take the seat of somebody and keep every rule', () => {
    fc.assert(
      fc.property(rowsOf, rulesOf, (rows, rules) => {
        const outcome = selectFrom(byPoints(rows), rules, 'best')
        if (!('chosen' in outcome)) return
        const members = membersOf(rows, outcome) ?? []
        for (const { row, standing } of outcome.chosen) {
          if (standing === 'reserve')
            expect(members.some((left) => replaces(rows[row - 1] as Row, left, members, rules))).toBe(true)
        }
      }),
    )
  })

  const row = (row: number, organisation: number, directions: string[], points: number): Row => ({
    row,
    organisation,
    municipality: organisation,
    directions,
    points,
  })
  const rules: SelectionRules = {
    size: 2,
    reserve: 1,
    maxPerOrganisation: 1,
    maxPerMunicipality: null,
    directions: [{ code: 'a', minimum: 1 }],
  }

  test('covers the direction before experience, and says so', () => {
    const rows = [row(1, 1, ['b'], 200), row(2, 2, ['b'], 190), row(3, 3, ['a'], 5)]
    const outcome = selectFrom(byPoints(rows), rules, 'best')
    if (!('chosen' in outcome)) throw new Error('nothing found')
    expect(outcome.chosen.map(({ row }) => row)).toEqual([3, 1, 2])
    expect(outcome.chosen[0]?.reasons[0]).toEqual({ code: 'covers', facts: { direction: 'a' } })
    expect(outcome.chosen[1]?.reasons.map(({ code }) => code)).toEqual(['points', 'within-organisation'])
  })

  test('says why not: the quota that was full, or the place in the list', () => {
    const rows = [row(1, 1, ['a'], 9), row(2, 2, ['a'], 8), row(3, 1, ['a'], 7), row(4, 4, ['a'], 6)]
    const members = rows.slice(0, 2)
    expect(whyNot(rows[2] as Row, byPoints(rows), members, rules)).toEqual({
      code: 'organisation',
      facts: { most: 1 },
    })
    expect(whyNot(rows[3] as Row, byPoints(rows), members, rules)).toEqual({
      code: 'later',
      facts: { place: 4, of: 4 },
    })
  })

  test('names what is in the way: too few people, an empty direction, one quota, all together', () => {
    const alike = [row(1, 1, ['a'], 1), row(2, 1, ['a'], 1)]
    expect(bindingOf(alike, rules)).toEqual([{ code: 'organisation', facts: { most: 1 } }])
    expect(bindingOf([], { ...rules, directions: [] })).toEqual([
      { code: 'pool-short', facts: { size: 2, count: 0 } },
    ])
    expect(bindingOf([row(1, 1, ['b'], 1), row(2, 2, ['b'], 1)], rules)).toEqual([
      { code: 'direction-short', facts: { direction: 'a', minimum: 1, count: 0 } },
    ])
  })

  test('people whose place is unknown share one quota', () => {
    const unknown = [row(1, 0, ['a'], 9), row(2, 0, ['a'], 8), row(3, 3, ['a'], 1)]
    const outcome = selectFrom(byPoints(unknown), rules, 'best')
    expect(membersOf(unknown, outcome)?.map(({ row }) => row)).toEqual([1, 3])
  })
})

describe('the lot', () => {
  test('hashes as everybody hashes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(digestHex(text)).toBe(createHash('sha256').update(text).digest('hex'))
      }),
    )
  })

  test('one seed, one order; each order as likely as another', () => {
    const items = [1, 2, 3]
    const counts = new Map<string, number>()
    for (let at = 0; at < 6000; at += 1) {
      const order = drawnOrder(items, seedOf('тайна', String(at))).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(6)
    // 1000 expected, standard deviation 29: six of them is once in 10⁹ runs, and the seeds are fixed anyway.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(175)
    expect(drawnOrder(items, 'x')).toEqual(drawnOrder(items, 'x'))
    expect(items).toEqual([1, 2, 3])
  })

  test('numbers stay below their limit', () => {
    const below = numbersOf('s')
    for (let limit = 1; limit < 500; limit += 1) expect(below(limit)).toBeLessThan(limit)
    expect(below(1)).toBe(0)
  })
})
