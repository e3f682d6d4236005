/** Requests with limits: the optimum by brute force, wished limits, the reserve under refusals, relief, protocols of format 3. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestPanel } from '#app/domain/panels/assignment/one-panel.ts'
import { digestHex } from '#app/domain/panels/digest.ts'
import { listHash, replayFile, replaySelection } from '#app/domain/panels/replaying.ts'
import { bestOf, choosable } from '#app/domain/panels/requests/choosable.ts'
import { selectLimited } from '#app/domain/panels/requests/limited.ts'
import { type LimitedProtocol, limitedHash } from '#app/domain/panels/requests/limited-protocol.ts'
import { wishedOf, without } from '#app/domain/panels/requests/limits.ts'
import { changed, changesOf, reliefOf } from '#app/domain/panels/requests/relief.ts'
import { settled } from '#app/domain/panels/requests/settling.ts'
import { faultsOf, type Row, replaces, type SelectionRules } from '#app/domain/panels/selecting.ts'

const SEED = { seed: 20_261_124 }
const pool = fc
  .array(
    fc.record({
      organisation: fc.nat(4),
      municipality: fc.nat(2),
      nominator: fc.nat(2),
      high: fc.boolean(),
      directions: fc.constantFrom(['a'], ['b'], ['a', 'b'], []),
      points: fc.constantFrom(-5, 0, 10, 10, 20, 35),
    }),
    { maxLength: 10 },
  )
  .map((rows) => rows.map((row, at): Row => ({ ...row, directions: [...row.directions], row: at + 1 })))
const asked: fc.Arbitrary<SelectionRules> = fc.record({
  size: fc.integer({ min: 1, max: 4 }),
  reserve: fc.nat(3),
  maxPerOrganisation: fc.constantFrom(null, 1, 2),
  maxPerMunicipality: fc.constantFrom(null, 1, 2),
  maxPerNominator: fc.constantFrom(null, 1, 2),
  minHigh: fc.nat(2),
  fixed: fc.constantFrom([], [1], [2, 3]),
  soft: fc.subarray(['organisation', 'municipality', 'nominator', 'high', 'direction:a', 'direction:b']),
  directions: fc.constantFrom(
    [{ code: 'a', minimum: 1 }],
    [
      { code: 'a', minimum: 1 },
      { code: 'b', minimum: 2 },
    ],
  ),
})

const sumOf = (members: readonly Row[]) => members.reduce((sum, { points }) => sum + points, 0)
function most(rows: readonly Row[], rules: SelectionRules): number | null {
  const sums = Array.from({ length: 2 ** rows.length }, (_, set) =>
    rows.filter((_row, at) => (set >> at) & 1),
  )
    .filter((members) => members.length === rules.size && faultsOf(members, rules).length === 0)
    .map(sumOf)
  return sums.length === 0 ? null : Math.max(...sums)
}
const knows = (rows: readonly Row[], rules: SelectionRules) =>
  (rules.fixed ?? []).every((row) => row <= rows.length)

test('no composition that keeps all limits has more points, with or without those who cannot be chosen', () => {
  fc.assert(
    fc.property(pool, asked, (rows, rules) => {
      fc.pre(knows(rows, rules))
      const best = most(rows, rules)
      expect(bestPanel(rows, rules)?.points ?? null).toBe(best)
      expect(bestOf(rows, rules)?.points ?? null).toBe(best)
    }),
    { numRuns: 600, ...SEED },
  )
})

test('wished limits give way, as few as can be, then at the least loss; demanded ones never', () => {
  fc.assert(
    fc.property(pool, asked, (rows, rules) => {
      fc.pre(knows(rows, rules))
      const found = settled(rows, rules)
      const wished = wishedOf(rules)
      const sets = Array.from({ length: 2 ** wished.length }, (_, set) =>
        wished.filter((_code, at) => (set >> at) & 1),
      )
      const able = sets.flatMap((waived) => {
        const points = most(rows, without(rules, waived))
        return points === null ? [] : [{ count: waived.length, points }]
      })
      if (!found) {
        expect(able).toEqual([])
        return
      }
      const least = Math.min(...able.map(({ count }) => count))
      expect(found.waived.length).toBe(least)
      const points = able.filter(({ count }) => count === least).map((one) => one.points)
      expect(found.best.points).toBe(Math.max(...points))
      const members = found.best.members.map(({ row }) => rows[row - 1] as Row)
      expect(faultsOf(members, without(rules, found.waived))).toEqual([])
    }),
    { numRuns: 300, ...SEED },
  )
})

test('what is said to help when nothing fits does help, and a smaller step of it does not', () => {
  let eased = 0
  fc.assert(
    fc.property(pool, asked, (rows, rules) => {
      fc.pre(knows(rows, rules) && settled(rows, rules) === null)
      const [first] = reliefOf(rows, rules)
      expect(first).toBeDefined()
      const changes = first && changesOf(first)
      if (!first || !changes || first.code.endsWith('-short')) return
      eased += 1
      const hard = without(rules, wishedOf(rules))
      expect(most(rows, changed(hard, changes))).not.toBeNull()
      const [only] = changes
      const back = { organisation: -1, municipality: -1, nominator: -1, size: 1 } as Record<string, number>
      const nearer = only && { ...only, to: (only.to ?? 0) + (back[only.code] ?? 1) }
      if (changes.length === 1 && nearer) expect(most(rows, changed(hard, [nearer]))).toBeNull()
    }),
    { numRuns: 900, ...SEED },
  )
  expect(eased).toBeGreaterThan(50)
})

test('whoever refuses, a reserve that is said to mend it comes in and every limit is kept', () => {
  let mended = 0
  fc.assert(
    fc.property(pool, asked, (rows, rules) => {
      fc.pre(knows(rows, rules))
      const outcome = selectLimited(rows, rules, 25)
      if (!('chosen' in outcome)) return
      const inForce = { ...without(rules, outcome.waived), fixed: [] }
      const of = (standing: string) =>
        outcome.chosen.filter((one) => one.standing === standing).map(({ row }) => rows[row - 1] as Row)
      const [members, spares] = [of('member'), of('reserve')]
      const able = members.filter((left) => spares.some((row) => replaces(row, left, members, inForce)))
      const said = outcome.chosen.filter(({ standing }) => standing === 'reserve').at(-1)
      const count = said?.reasons.find(({ code }) => code === 'mends')?.facts.count ?? 0
      expect(able.length).toBe(count)
      mended += able.length
      // With a place in the reserve, a refusal that anybody could mend is not left open for one that changes nothing.
      const others = rows.filter((row) => !members.includes(row))
      const could = members.filter((left) => others.some((row) => replaces(row, left, members, inForce)))
      if (rules.reserve > 0 && could.length > 0) expect(able.length).toBeGreaterThan(0)
      if (rules.reserve >= members.length) expect(able.length).toBe(could.length)
    }),
    { numRuns: 600, ...SEED },
  )
  expect(mended).toBeGreaterThan(100)
})

test('thousands of rows that can never be chosen are not searched', () => {
  const rows = Array.from({ length: 7_700 }, (_, at): Row => {
    const [organisation, municipality] = [1 + (at % 900), 1 + (at % 45)]
    const directions = at % 3 === 0 ? ['a'] : ['b']
    return { row: at + 1, organisation, municipality, directions, points: (at * 37) % 251 }
  })
  const rules: SelectionRules = {
    ...{ size: 6, reserve: 2, maxPerOrganisation: 1, maxPerMunicipality: 1 },
    directions: [
      { code: 'a', minimum: 3 },
      { code: 'b', minimum: 3 },
    ],
  }
  expect(choosable(rows, rules).length).toBeLessThan(200)
  expect(bestOf(rows, rules)?.points).toBe(bestPanel(rows, rules)?.points)
})

const candidates = [
  { organisation: 1, directions: ['a'], points: 50 },
  { organisation: 1, directions: ['b'], points: 49 },
  { organisation: 1, directions: ['a'], points: 40 },
].map((row, at) => ({ ...row, row: at + 1, municipality: 1, token: digestHex(`соль-${at + 1}|${101 + at}`) }))
const wish: SelectionRules = {
  ...{ size: 2, reserve: 1, maxPerOrganisation: 1, maxPerMunicipality: null, soft: ['organisation'] },
  directions: [{ code: 'a', minimum: 1 }],
}

function protocol(): LimitedProtocol {
  const outcome = selectLimited(candidates, wish, 25)
  if (!('chosen' in outcome)) throw new Error('nothing found')
  const lines = {
    ...{ format: 3 as const, method: 'best' as const, panel: 7, rules: wish, candidates, refusal: 25 },
    candidatesSha256: listHash(candidates, wish),
    ...{ best: outcome.best, waived: outcome.waived },
    chosen: outcome.chosen.map((choice) => ({
      ...{ ...choice, person: 100 + choice.row, salt: `соль-${choice.row}` },
    })),
    selectedAt: '2026-03-02T09:00:00.000Z',
  }
  return { ...lines, sha256: limitedHash(lines) }
}
const edited = (edit: (given: LimitedProtocol) => void) => {
  const copy: LimitedProtocol = JSON.parse(JSON.stringify(protocol()))
  edit(copy)
  return replaySelection({ ...copy, sha256: limitedHash(copy) }).map(({ at }) => at)
}

test('a protocol of format 3 replays from its lines alone; a changed line is named', () => {
  expect(protocol().waived).toEqual(['organisation'])
  expect(protocol().best).toEqual({ points: 99, proven: true })
  expect(edited(() => {})).toEqual([])
  const given = JSON.parse(JSON.stringify(protocol()))
  expect(replayFile({ sha256: given.sha256, protocol: given }).faults).toEqual([])
  expect(edited((copy) => (copy.waived = []))).toEqual(['waived'])
  expect(edited((copy) => (copy.best.points = 98))).toEqual(['best.points'])
  expect(edited((copy) => (copy.rules.soft = []))).toContain('candidatesSha256')
  expect(edited((copy) => copy.chosen.pop())).toEqual(['chosen[2]'])
  expect(edited((copy) => ((copy.chosen[0] as { person: number }).person = 5))).toEqual(['chosen[0].person'])
  expect(replaySelection({ ...protocol(), panel: 8 })).toEqual([{ at: 'sha256', code: 'hash' }])
})

test('limits in a protocol of an older format, and junk, are no protocol; nothing throws', () => {
  expect(replaySelection({ ...protocol(), format: 2 })).toEqual([{ at: 'format', code: 'format' }])
  expect(replaySelection({ ...protocol(), format: 1 })).toEqual([{ at: 'format', code: 'format' }])
  const keys = Object.keys(protocol()) as (keyof LimitedProtocol)[]
  const limits = ['minHigh', 'maxPerNominator', 'fixed', 'soft'] as const
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.constantFrom(...limits), fc.jsonValue(), (key, limit, value) => {
      expect(Array.isArray(replaySelection({ ...protocol(), [key]: value }))).toBe(true)
      const rules = { ...wish, [limit]: value }
      expect(Array.isArray(replaySelection({ ...protocol(), rules }))).toBe(true)
    }),
    { numRuns: 300, ...SEED },
  )
})
