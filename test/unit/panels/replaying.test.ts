import { describe, expect, test } from 'vitest'
import { digestHex } from '#app/domain/panels/digest.ts'
import { commitmentOf, drawnOrder, seedOf } from '#app/domain/panels/drawing.ts'
import { listHash, type Protocol, replaySelection } from '#app/domain/panels/replaying.ts'
import { selectFrom } from '#app/domain/panels/selecting.ts'

const rules = {
  size: 3,
  reserve: 2,
  maxPerOrganisation: 1,
  maxPerMunicipality: null,
  directions: [{ code: 'a', minimum: 1 }],
}
const candidates = Array.from({ length: 12 }, (_, at) => ({
  row: at + 1,
  organisation: (at % 5) + 1,
  municipality: (at % 5) + 1,
  directions: at % 3 === 0 ? ['a'] : ['b'],
  points: at * 7,
  token: digestHex(`соль-${at}`),
}))

function drawn(secret = 'тайна', publicValue = '92,4107'): Protocol {
  const seed = seedOf(secret, publicValue)
  const outcome = selectFrom(drawnOrder(candidates, seed), rules, 'lot')
  if (!('chosen' in outcome)) throw new Error('nothing found')
  return {
    format: 1,
    panel: 7,
    method: 'lot',
    rules,
    candidates,
    candidatesSha256: listHash(candidates, rules),
    lot: { commitment: commitmentOf(secret), source: 'курс', secret, publicValue, seed },
    chosen: outcome.chosen.map((choice) => ({ ...choice, person: 100 + choice.row })),
    selectedAt: '2026-03-02T09:00:00.000Z',
  }
}

const codes = (protocol: unknown) => replaySelection(protocol).map(({ code }) => code)

describe('replay of a protocol', () => {
  test('holds after a journey through JSON', () => {
    expect(codes(JSON.parse(JSON.stringify(drawn())))).toEqual([])
  })

  test('says which line was changed by hand', () => {
    const protocol = drawn()
    const other = candidates.find(({ row }) => !protocol.chosen.some((choice) => choice.row === row))
    const chosen = protocol.chosen.map((choice, at) =>
      at === 1 ? { ...choice, row: other?.row ?? 0 } : choice,
    )
    expect(replaySelection({ ...protocol, chosen })).toEqual([{ at: 'chosen[1]', code: 'choice' }])
  })

  test('sees a changed list, another secret, another public value, a dropped line', () => {
    const protocol = drawn()
    const lot = protocol.lot as NonNullable<Protocol['lot']>
    expect(
      codes({ ...protocol, candidates: protocol.candidates.map((row) => ({ ...row, points: 0 })) }),
    ).toContain('list')
    expect(codes({ ...protocol, lot: { ...lot, secret: 'другая' } })).toEqual(['commitment', 'seed'])
    expect(codes({ ...protocol, lot: { ...lot, publicValue: '1' } })).toEqual(['seed'])
    expect(codes({ ...protocol, chosen: protocol.chosen.slice(1) })).toContain('choice')
    expect(codes({ ...protocol, lot: undefined })).toContain('commitment')
  })

  test('a composition by hand must still keep the quotas', () => {
    const protocol = drawn()
    const members = [1, 6, 11].map((row, at) => ({
      row,
      standing: 'member' as const,
      rank: at + 1,
      reasons: [],
      person: row,
    }))
    expect(replaySelection({ ...protocol, method: 'hand', lot: undefined, chosen: members })).toContainEqual({
      at: 'rules.organisation',
      code: 'quota',
    })
  })

  test('anything else is no protocol', () => {
    for (const junk of [
      null,
      1,
      'x',
      [],
      {},
      { ...drawn(), format: 2 },
      { ...drawn(), candidates: [{}] },
      { ...drawn(), rules: null },
    ]) {
      expect(codes(junk)).toEqual(['format'])
    }
  })
})
