import { describe, expect, test } from 'vitest'
import { candidateRows } from '#app/domain/assessment/candidate-rows.ts'
import { type CandidateFacts, type GateDemands, gateOf } from '#app/domain/assessment/gate.ts'
import { bandOf, passes, tenthsOf } from '#app/domain/assessment/scores.ts'
import { content } from '#content/load.ts'

const { bands } = content()
const { pass } = content().instance
const band = (earned: number, maximum: number) => bandOf({ earned, maximum }, bands)

describe('O-1: band and pass are two things, by the exact ratio', () => {
  test('60.0 % is «Повышенный» and not a pass; 61 of 100 is a pass', () => {
    expect([band(60, 100), passes({ earned: 60, maximum: 100 }, pass)]).toEqual(['raised', false])
    expect([band(3, 5), passes({ earned: 3, maximum: 5 }, pass)]).toEqual(['raised', false])
    expect(passes({ earned: 61, maximum: 100 }, pass)).toBe(true)
  })

  test('59.99 is below, 60.01 above, and neither is rounded', () => {
    expect([band(5999, 10_000), passes({ earned: 5999, maximum: 10_000 }, pass)]).toEqual(['basic', false])
    expect([band(6001, 10_000), passes({ earned: 6001, maximum: 10_000 }, pass)]).toEqual(['raised', true])
    expect(tenthsOf({ earned: 5999, maximum: 10_000 })).toBe(599)
    // one point above the pass among a million
    expect(passes({ earned: 600_001, maximum: 1_000_000 }, pass)).toBe(true)
    expect(passes({ earned: 600_000, maximum: 1_000_000 }, pass)).toBe(false)
  })

  test('899 of 1000 is «Повышенный», 90 % is «Высокий», edges are half-open', () => {
    expect([band(899, 1000), band(90, 100)]).toEqual(['raised', 'high'])
    expect([band(0, 7), band(299, 1000), band(30, 100), band(7, 7)]).toEqual(['low', 'low', 'basic', 'high'])
  })
})

describe('the gate', () => {
  const fit: CandidateFacts = {
    ...{ holds: false, overlaps: false, consent: 'stands', entrepreneur: false, exempt: false },
    result: { earned: 61, maximum: 100, day: '2026-02-01' },
  }
  const demands: GateDemands = { effect: 'approves', assessment: true, pass, assessedSince: null }
  const reasons = (facts: Partial<CandidateFacts>, more: Partial<GateDemands> = {}) =>
    gateOf({ ...fit, ...facts }, { ...demands, ...more })

  test('lets whoever passed, consented and is no entrepreneur; names each thing that is missing', () => {
    expect(reasons({})).toEqual([])
    expect(reasons({ result: null, consent: 'none', entrepreneur: null })).toEqual([
      ...['candidate-no-consent', 'candidate-undeclared', 'candidate-not-assessed'],
    ])
    expect(reasons({ result: { earned: 60, maximum: 100, day: '2026-02-01' } })).toEqual([
      'candidate-not-passed',
    ])
  })

  test('asks an exempt category and a direction without assessment for no result', () => {
    expect(reasons({ result: null, exempt: true })).toEqual([])
    expect(reasons({ result: null }, { assessment: false })).toEqual([])
  })

  test('asks whoever has the status only what the direction says', () => {
    const holder = { holds: true, result: null, consent: 'none', entrepreneur: null } as const
    expect(reasons(holder, { effect: 'extends' })).toEqual([])
    const again = { effect: 'extends', assessedSince: '2025-03-02' } as const
    expect(reasons(holder, again)).toEqual(['candidate-not-assessed'])
    const old = { ...holder, result: { earned: 90, maximum: 100, day: '2025-03-01' } }
    expect(reasons(old, again)).toEqual(['candidate-assess-again'])
    expect(reasons({ ...old, result: { ...old.result, day: '2025-03-02' } }, again)).toEqual([])
    expect(reasons({ ...holder, overlaps: true })).toEqual(['candidate-has-status'])
  })

  test('is shut for a withdrawn consent and for an entrepreneur, status or not', () => {
    for (const holds of [true, false]) {
      expect(reasons({ holds, consent: 'withdrawn' }, { effect: 'extends' })).toContain('candidate-withdrawn')
      expect(reasons({ holds, entrepreneur: true }, { effect: 'extends' })).toContain(
        'candidate-entrepreneur',
      )
    }
  })
})

describe('pasted rows', () => {
  const rowsOf = (text: string) => candidateRows(text).rows

  test('are read with tabs, semicolons, quotes, a head and positions', () => {
    expect(rowsOf('ФИО\tБаллы\n1.\tИванова Анна Львовна\t61\t100\t20.02.2026\t01.02.2026\tнет')).toEqual([
      {
        ...{ line: 2, person: 'Иванова Анна Львовна', consentDay: '2026-02-01', entrepreneur: false },
        ...{ points: { earned: 61, maximum: 100, day: '2026-02-20' }, exemption: '' },
      },
    ])
    expect(rowsOf('"№ 2417";61;100;2026-02-20;;да;"Победитель; призёр"\r\n\r\n№ 5')).toMatchObject([
      { line: 1, person: '№ 2417', entrepreneur: true, exemption: 'Победитель; призёр' },
      { line: 3, person: '№ 5', points: null, consentDay: null },
    ])
  })

  test('with a fault are refused whole, by their line', () => {
    const fault = (text: string) => candidateRows(`№ 1\n${text}`).fault
    expect(fault('№ 2;61')).toEqual({ line: 2, code: 'row-points' })
    expect(fault('№ 2;59,9;100;20.02.2026')).toEqual({ line: 2, code: 'row-points' })
    expect(fault('№ 2;101;100;20.02.2026')).toEqual({ line: 2, code: 'row-points' })
    expect(fault('№ 2;0;0;20.02.2026')).toEqual({ line: 2, code: 'row-points' })
    expect(fault('№ 2;61;100;31.02.2026')).toEqual({ line: 2, code: 'row-day' })
    expect(fault('№ 2;;;;скоро')).toEqual({ line: 2, code: 'row-day' })
    expect(fault('№ 2;;;;;возможно')).toEqual({ line: 2, code: 'row-entrepreneur' })
    expect(fault(';61;100;20.02.2026')).toEqual({ line: 2, code: 'row-person' })
  })

  test('of hostile length end soon', () => {
    expect(candidateRows(`${'"'.repeat(20_000)};1`).rows.length).toBeLessThan(2)
    expect(candidateRows('=cmd|calc;61;100;20.02.2026').rows[0]?.person).toBe('=cmd|calc')
  })
})
