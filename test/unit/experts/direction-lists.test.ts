import { describe, expect, test } from 'vitest'
import {
  changesOf,
  type DraftDirection,
  directionCode,
  fateOf,
  listCode,
  placed,
  withLivingSuccessors,
} from '#app/domain/experts/direction-lists.ts'

const row = (code: string, change: Partial<DraftDirection> = {}): DraftDirection => ({
  ...{ code, tier: 'regional', title: `${code}, полностью`, shortTitle: code, group: '', content: ['одно'] },
  ...{ procedures: [], participants: [], approving: [], note: '', leaves: false, replacedBy: [] },
  ...change,
})

describe('what becomes of a direction', () => {
  test('is told by its words, not by its place', () => {
    expect(fateOf(row('a'), row('a'))).toBe('same')
    expect(fateOf(row('a', { content: ['одно', 'другое'] }), row('a'))).toBe('changed')
    expect(fateOf(row('a'), undefined)).toBe('new')
    expect(fateOf(row('a', { leaves: true, note: 'иначе' }), row('a'))).toBe('leaves')
  })

  test('changed words are told line by line, absent ones as none', () => {
    const after = row('a', { tier: 'municipal', group: 'Группа', content: ['одно', 'другое'] })
    expect(changesOf(after, row('a'))).toEqual([
      { field: 'tier', before: ['regional'], after: ['municipal'] },
      { field: 'group', before: [], after: ['Группа'] },
      { field: 'content', before: ['одно'], after: ['одно', 'другое'] },
    ])
  })
})

describe('codes', () => {
  test('a direction is called by its title in Latin letters, and never as another or as a page', () => {
    expect(directionCode('Оценка качества ДПО', new Set())).toBe('otsenka-kachestva-dpo')
    expect(directionCode('ГИА', new Set(['gia', 'gia-2']))).toBe('gia-3')
    expect(directionCode('New', new Set())).toBe('new-2')
    expect(directionCode('«№ 12»', new Set())).toBe('12')
    expect(directionCode('«…»', new Set())).toBe('direction')
    expect(directionCode('щ'.repeat(120), new Set()).length).toBeLessThanOrEqual(60)
  })

  test('a list is called by its year', () => {
    expect(listCode('2026-09-01', new Set(['2023']))).toBe('2026')
    expect(listCode('2026-12-01', new Set(['2026', '2026-2']))).toBe('2026-3')
  })
})

test('a direction is put at its place; one out of bounds goes to the end that is near', () => {
  const rows = [row('a'), row('b'), row('c')]
  const codes = (place: number, code = 'c') => placed(rows, row(code), place).map((one) => one.code)
  expect(codes(1)).toEqual(['c', 'a', 'b'])
  expect(codes(2, 'd')).toEqual(['a', 'd', 'b', 'c'])
  expect(codes(99, 'a')).toEqual(['b', 'c', 'a'])
})

test('nothing is replaced by what leaves, and what stays is replaced by nothing', () => {
  const rows = [
    row('a', { leaves: true, replacedBy: ['b', 'c', 'gone'] }),
    row('b', { leaves: true }),
    row('c', { replacedBy: ['a'] }),
  ]
  expect(withLivingSuccessors(rows).map(({ replacedBy }) => replacedBy)).toEqual([['c'], [], []])
})
