import { expect, test } from 'vitest'
import { foldName, listedPeople } from '#app/domain/experts/people-list.ts'

const one = (text: string) => {
  const [{ number, name } = { number: -1, name: '' }] = listedPeople(text)
  return [number, name]
}

test.each([
  ['Ёлкина Анна-Мария  Львовна', [null, 'елкина анна-мария львовна']],
  ['3. Ёлкина Анна Львовна', [null, 'елкина анна львовна']],
  ['12) Ёлкина Анна Львовна, учитель, школа № 5', [null, 'елкина анна львовна']],
  ['Ёлкина Анна Львовна\tучитель', [null, 'елкина анна львовна']],
  ['Ёлкина Анна Львовна – учитель', [null, 'елкина анна львовна']],
  ['Ёлкина Анна Львовна (по согласованию)', [null, 'елкина анна львовна']],
  ['Ёлкина\u00a0Анна\u00a0Львовна', [null, 'елкина анна львовна']],
  ['№ 2417', [2417, '']],
  ['№2417 Ёлкина Анна', [2417, 'елкина анна']],
  ['1. № 2417, Ёлкина', [2417, 'елкина']],
  ['2417', [2417, '']],
  ['2417 Ёлкина', [2417, 'елкина']],
  ['99999999999', [null, '99999999999']],
  ['0', [null, '0']],
])('%s', (text, expected) => {
  expect(one(text)).toEqual(expected)
})

test('lines keep their numbers when some are blank', () => {
  expect(listedPeople('\n№ 5\r\n\r\n  \nПетров Пётр').map(({ line }) => line)).toEqual([2, 5])
})

test('a name is folded as the database folds it', () => {
  expect(foldName(' ПЁТР  Ильич ')).toBe('петр ильич')
})
