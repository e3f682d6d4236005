/** The way «best» through the command: what is stored is the optimum of the list, and a replay believes no word of it. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { protocolByNumber, replayOf } from '#app/domain/panels/protocol.server.ts'
import { replaySelection } from '#app/domain/panels/replaying.ts'
import { type LimitedProtocol, limitedHash } from '#app/domain/panels/requests/limited-protocol.ts'
import { faultsOf, type Row } from '#app/domain/panels/selecting.ts'
import { test } from '#test/support/database.ts'

/** Where, since when, in which of two directions somebody is an expert. */
const someone = fc.record({
  place: fc.nat(3),
  since: fc.constantFrom('2012-01-01', '2019-01-01', '2021-01-01', '2025-01-01'),
  covers: fc.constantFrom([0], [1], [0, 1]),
})

test('what the command chooses is the optimum by brute force, stored with its proof', async ({
  given,
  acts,
  as,
}) => {
  const lists = fc.sample(fc.array(someone, { minLength: 6, maxLength: 8 }), { seed: 20_261_123, numRuns: 5 })
  let chosen = 0
  for (const list of lists) {
    const directions = [await given.direction('Одно'), await given.direction('Другое')]
    const panel = await given.panel({ directions, reserve: 1, maxPerMunicipality: null })
    const places = []
    for (let at = 0; at < 4; at += 1) {
      const { id: municipalityId } = await given.municipality()
      places.push((await given.organisation({ municipalityId })).id)
    }
    for (const { place, since, covers } of list)
      await given.expert(
        covers.map((at) => directions[at] ?? ''),
        { since, organisationId: places[place] ?? '' },
      )
    const refusal = await selectBest(acts(panel.secretary), panel.id).catch((error) => error.code)
    if (refusal !== undefined) {
      expect(refusal).toMatch(/^selection-/)
      continue
    }
    chosen += 1
    const view = await protocolByNumber(as(null), panel.number)
    const protocol = view.protocol as LimitedProtocol
    const { candidates, rules, best } = protocol
    const sums = Array.from({ length: 2 ** candidates.length }, (_, set) =>
      candidates.filter((_row, at) => (set >> at) & 1),
    )
      .filter((members) => faultsOf(members, rules).length === 0)
      .map((members) => members.reduce((sum, { points }) => sum + points, 0))
    expect(best).toEqual({ points: Math.max(...sums), proven: true })
    expect(new Set(candidates.map(({ points }) => points)).size).toBeGreaterThan(1)
    expect(view.sha256).toBe(protocol.sha256)
    expect(replayOf(view)).toEqual([])
  }
  expect(chosen).toBeGreaterThan(1)
})

test('a changed line of the stored protocol is named, a person of another row too', async ({
  given,
  acts,
  as,
}) => {
  const panel = await given.panel()
  await given.experts(6, [panel.direction])
  await selectBest(acts(panel.secretary), panel.id)
  const { protocol } = await protocolByNumber(as(null), panel.number)
  expect(protocol).toMatchObject({ format: 3, method: 'best' })
  const changed = (edit: (given: LimitedProtocol) => void) => {
    const copy: LimitedProtocol = JSON.parse(JSON.stringify(protocol))
    edit(copy)
    return replaySelection({ ...copy, sha256: limitedHash(copy) }).map(({ at }) => at)
  }
  expect(changed(() => {})).toEqual([])
  expect(changed((copy) => (copy.best.points += 1))).toEqual(['best.points'])
  expect(changed((copy) => ((copy.candidates[0] as Row).points += 1))).toContain('candidatesSha256')
  expect(changed((copy) => copy.chosen.reverse())).toContain('chosen[0]')
  const [first, second] = protocol.chosen
  expect(changed((copy) => Object.assign(copy.chosen[0] ?? {}, { person: second?.person }))).toEqual([
    'chosen[0].person',
  ])
  expect(first?.person).not.toBe(second?.person)
})
