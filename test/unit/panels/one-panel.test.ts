/** One panel: the optimum of brute force, and explanations that come true when what they say is done. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pricesOf, whyNotOf, whyOf } from '#app/domain/panels/assignment/explaining.ts'
import { bestPanel, type Candidate, type PanelRules } from '#app/domain/panels/assignment/one-panel.ts'

const SEED = { seed: 20_261_123 }
const pool = fc
  .array(
    fc.record({
      organisation: fc.nat(3),
      municipality: fc.nat(2),
      directions: fc.constantFrom(['a'], ['b'], ['a', 'b'], []),
      points: fc.constantFrom(0, 10, 10, 20, 35),
      high: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((rows) => rows.map((row, at): Candidate => ({ ...row, row: at + 1 })))
const asked: fc.Arbitrary<PanelRules> = fc.record({
  size: fc.integer({ min: 1, max: 4 }),
  maxPerOrganisation: fc.constantFrom(null, 1, 2),
  maxPerMunicipality: fc.constantFrom(null, 1, 2),
  directions: fc.constantFrom(
    [],
    [{ code: 'a', minimum: 1 }],
    [
      { code: 'a', minimum: 1 },
      { code: 'b', minimum: 2 },
    ],
  ),
  minHigh: fc.nat(2),
  fixed: fc.constantFrom([], [1], [2, 3]),
  excluded: fc.constantFrom([], [4]),
})

function keeps(members: readonly Candidate[], rules: PanelRules): boolean {
  const most = (of: 'organisation' | 'municipality') =>
    Math.max(0, ...members.map((one) => members.filter((other) => other[of] === one[of]).length))
  return (
    members.length === rules.size &&
    most('organisation') <= (rules.maxPerOrganisation ?? 99) &&
    most('municipality') <= (rules.maxPerMunicipality ?? 99) &&
    rules.directions.every(
      ({ code, minimum }) => members.filter(({ directions }) => directions.includes(code)).length >= minimum,
    ) &&
    members.filter(({ high }) => high).length >= (rules.minHigh ?? 0) &&
    (rules.fixed ?? []).every((row) => members.some((one) => one.row === row)) &&
    !members.some(({ row }) => rules.excluded?.includes(row))
  )
}

function bruteForce(rows: readonly Candidate[], rules: PanelRules): number | null {
  const sums = Array.from({ length: 2 ** rows.length }, (_, set) =>
    rows.filter((_row, at) => (set >> at) & 1),
  )
    .filter((members) => keeps(members, rules))
    .map((members) => members.reduce((sum, { points }) => sum + points, 0))
  return sums.length === 0 ? null : Math.max(...sums)
}

test('the best panel is the one of brute force, also where the unknown organisation lies in several municipalities', () => {
  fc.assert(
    fc.property(pool, asked, (rows, rules) => {
      const best = bestPanel(rows, rules)
      expect(best?.points ?? null).toBe(bruteForce(rows, rules))
      if (best) expect([keeps(best.members, rules), best.proven]).toEqual([true, true])
    }),
    { numRuns: 1500, ...SEED },
  )
})

test('what is told of rules and people comes true', () => {
  fc.assert(
    fc.property(pool, asked, (rows, given) => {
      const rules = { ...given, fixed: [], excluded: [] }
      const best = bestPanel(rows, rules)
      if (!best) return
      for (const { code, price } of pricesOf(rows, rules, best)) {
        expect(price).toBeGreaterThanOrEqual(0)
        if (code === 'municipality')
          expect(bruteForce(rows, { ...rules, maxPerMunicipality: null })).toBe(best.points + price)
      }
      for (const member of best.members) {
        const { loss, displacedBy } = whyOf(rows, rules, best, member)
        const without = bruteForce(rows, { ...rules, excluded: [member.row] })
        expect(loss).toBe(without === null ? null : best.points - without)
        expect(displacedBy.length > 0).toBe(without !== null)
      }
      for (const person of rows.filter((one) => !best.members.includes(one))) {
        const { loss, pointsNeeded } = whyNotOf(rows, rules, best, person)
        const forced = bruteForce(rows, { ...rules, fixed: [person.row] })
        expect(loss).toBe(forced === null ? null : best.points - forced)
        if (pointsNeeded === null) continue
        const seatedWith = (points: number) => {
          const raised = rows.map((one) => (one.row === person.row ? { ...one, points } : one))
          return bestPanel(raised, rules)?.members.some(({ row }) => row === person.row)
        }
        expect([seatedWith(pointsNeeded), seatedWith(pointsNeeded - 1)]).toEqual([true, false])
      }
    }),
    { numRuns: 300, ...SEED },
  )
})
