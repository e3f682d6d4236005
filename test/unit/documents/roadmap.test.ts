import { describe, expect, test } from 'vitest'
import { forceOf } from '#app/domain/documents/queries.server.ts'
import { stateOf } from '#app/routes/about/roadmap.ts'
import { lettersOf } from '#app/routes/glossary/terms.ts'

describe('a measure of the roadmap', () => {
  const term = { from: '2023-05-01', to: '2023-06-30' }
  test.each([
    [term, '2023-06-30', '2026-01-01', 'done'],
    [term, '2023-07-01', '2026-01-01', 'late'],
    [term, null, '2023-06-30', 'current'],
    [term, null, '2023-07-01', 'past'],
    [term, null, '2023-04-30', 'ahead'],
    [{}, null, '2023-04-30', null],
    [{}, '2024-01-01', '2026-01-01', 'done'],
  ] as const)('%o, done %s, on %s: %s', (days, doneOn, today, state) => {
    expect(stateOf(days, doneOn, today)).toBe(state)
  })
})

test.each([
  ['2023-01-01', '2023-01-01', '2024-01-01', 'in-force'],
  ['2023-12-31', '2023-01-01', '2024-01-01', 'in-force'],
  ['2024-01-01', '2023-01-01', '2024-01-01', 'ended'],
  ['2022-12-31', '2023-01-01', null, 'ahead'],
  ['2022-12-31', null, null, 'unknown'],
] as const)('on %s a document of [%s, %s) is %s', (day, firstDay, endDay, force) => {
  expect(forceOf({ firstDay, endDay }, day)).toBe(force)
})

test('terms stand under their letters; quotes are not letters, ё stands with е', () => {
  const term = (name: string) => ({ code: name, term: name, definition: '' })
  expect(
    lettersOf(['ёлка', 'ель', '«яма»', '5 шагов'].map(term)).map(({ letter, terms }) => [
      letter,
      terms.length,
    ]),
  ).toEqual([
    ['Е', 2],
    ['Я', 1],
    ['5', 1],
  ])
})
