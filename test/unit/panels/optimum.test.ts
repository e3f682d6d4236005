/** The way «best»: the optimum of the list, a reserve that can stand in, a protocol that a replay believes no word of. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestHex } from '#app/domain/panels/digest.ts'
import { selectOptimum } from '#app/domain/panels/optimum.ts'
import { type BestProtocol, bestHash } from '#app/domain/panels/optimum-protocol.ts'
import { listHash, replayFile, replaySelection } from '#app/domain/panels/replaying.ts'
import { faultsOf, type Row, replaces, type SelectionRules } from '#app/domain/panels/selecting.ts'

const SEED = { seed: 20_261_123 }
const pool = fc
  .array(
    fc.record({
      organisation: fc.nat(3),
      municipality: fc.nat(2),
      directions: fc.constantFrom(['a'], ['b'], ['a', 'b'], []),
      points: fc.constantFrom(-5, 0, 10, 10, 20, 35),
    }),
    { maxLength: 9 },
  )
  .map((rows) => rows.map((row, at): Row => ({ ...row, directions: [...row.directions], row: at + 1 })))
const asked: fc.Arbitrary<SelectionRules> = fc.record({
  size: fc.integer({ min: 1, max: 4 }),
  reserve: fc.nat(3),
  maxPerOrganisation: fc.constantFrom(null, 1, 2),
  maxPerMunicipality: fc.constantFrom(null, 1, 2),
  directions: fc.constantFrom(
    [{ code: 'a', minimum: 1 }],
    [
      { code: 'a', minimum: 1 },
      { code: 'b', minimum: 2 },
    ],
  ),
})

function most(rows: readonly Row[], rules: SelectionRules): number | null {
  const sums = Array.from({ length: 2 ** rows.length }, (_, set) =>
    rows.filter((_row, at) => (set >> at) & 1),
  )
    .filter((members) => faultsOf(members, rules).length === 0)
    .map((members) => members.reduce((sum, { points }) => sum + points, 0))
  return sums.length === 0 ? null : Math.max(...sums)
}

test('no composition that keeps the rules has more points; every reserve can stand in for somebody', () => {
  fc.assert(
    fc.property(pool, asked, (rows, rules) => {
      const outcome = selectOptimum(rows, rules)
      const best = most(rows, rules)
      if ('binding' in outcome) {
        expect(best).toBeNull()
        expect(outcome.binding.length).toBeGreaterThan(0)
        return
      }
      const of = (standing: string) =>
        outcome.chosen.filter((one) => one.standing === standing).map(({ row }) => rows[row - 1] as Row)
      const members = of('member')
      expect(outcome.best).toEqual({ points: best, proven: true })
      expect(members.reduce((sum, { points }) => sum + points, 0)).toBe(best)
      expect(faultsOf(members, rules)).toEqual([])
      for (const spare of of('reserve'))
        expect(members.some((left) => replaces(spare, left, members, rules))).toBe(true)
      expect(outcome.chosen.map(({ rank }) => rank)).toEqual(outcome.chosen.map((_, at) => at + 1))
    }),
    { numRuns: 500, ...SEED },
  )
})

/** The scarce direction is held by one good and one poor person; taking in turn would pay for it with the good one's place. */
const rules: SelectionRules = {
  ...{ size: 2, reserve: 1, maxPerOrganisation: 1, maxPerMunicipality: null },
  directions: [{ code: 'a', minimum: 1 }],
}
const candidates = [
  { organisation: 1, directions: ['a'], points: 50 },
  { organisation: 1, directions: ['b'], points: 49 },
  { organisation: 2, directions: ['a'], points: 40 },
  { organisation: 3, directions: ['b'], points: 5 },
].map((row, at) => ({ ...row, row: at + 1, municipality: 1, token: digestHex(`соль-${at + 1}|${101 + at}`) }))

function protocol(): BestProtocol {
  const outcome = selectOptimum(candidates, rules)
  if (!('chosen' in outcome)) throw new Error('nothing found')
  const lines = {
    ...{ format: 2 as const, method: 'best' as const, panel: 7, rules, candidates },
    candidatesSha256: listHash(candidates, rules),
    best: outcome.best,
    chosen: outcome.chosen.map((choice) => ({
      ...{ ...choice, person: 100 + choice.row, salt: `соль-${choice.row}` },
    })),
    selectedAt: '2026-03-02T09:00:00.000Z',
  }
  return { ...lines, sha256: bestHash(lines) }
}
const copy = (): BestProtocol => JSON.parse(JSON.stringify(protocol()))
const resealed = (given: BestProtocol) => ({ ...given, sha256: bestHash(given) })
const edited = (edit: (given: BestProtocol) => void) => {
  const given = copy()
  edit(given)
  return replaySelection(resealed(given)).map(({ at }) => at)
}

test('its protocol holds after a journey through JSON, and as the site sends it', () => {
  expect(replaySelection(copy())).toEqual([])
  expect(replayFile({ sha256: protocol().sha256, protocol: copy() }).faults).toEqual([])
  expect(replayFile({ sha256: 'x', protocol: copy() }).faults).toEqual([{ at: 'sha256', code: 'hash' }])
  expect(protocol().best).toEqual({ points: 90, proven: true })
})

test('the changed line is named, also when the last hash is made anew', () => {
  expect(replaySelection({ ...copy(), panel: 8 })).toEqual([{ at: 'sha256', code: 'hash' }])
  expect(edited((given) => (given.best.points = 91))).toEqual(['best.points'])
  expect(edited((given) => (given.best.proven = false))).toEqual(['best.proven'])
  const [first] = protocol().chosen
  expect(edited((given) => (given.chosen[0] = { ...first, person: 104 } as never))).toEqual([
    'chosen[0].person',
  ])
  expect(edited((given) => (given.chosen[1] = { ...given.chosen[1], row: 4 } as never))).toEqual([
    'chosen[1]',
    'chosen[1].person',
  ])
  expect(edited((given) => given.chosen.pop())).toContain('chosen[2]')
  expect(edited((given) => (given.rules.size = 1))).toContain('candidatesSha256')
  expect(edited((given) => ((given.candidates[3] as Row).points = 99))).toContain('candidatesSha256')
})

test('a worse composition is not the best one, whatever else holds', () => {
  const worse = copy()
  worse.candidates = worse.candidates.map((row) => (row.row === 3 ? { ...row, points: 60 } : row))
  worse.candidatesSha256 = listHash(worse.candidates, rules)
  expect(replaySelection(resealed(worse)).map(({ at }) => at)).toContain('best.points')
})

test('what is no such protocol is refused, and nothing throws', () => {
  for (const junk of [{ best: null }, { best: { points: 1.5, proven: true } }, { sha256: 1 }])
    expect(replaySelection({ ...copy(), ...junk })).toEqual([{ at: 'format', code: 'format' }])
  const keys = Object.keys(copy()) as (keyof BestProtocol)[]
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
      expect(Array.isArray(replaySelection({ ...copy(), [key]: value }))).toBe(true)
    }),
    { numRuns: 300, ...SEED },
  )
})
