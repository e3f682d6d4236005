import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Edit,
  hunksByUnit,
  hunksOf,
  meetingOf,
  meetings,
} from '#app/domain/reviews/versions/suggesting.ts'

const text = 'Эксперт заполняет экспертный лист в течение трёх дней.'
const edit = (before: string, after: string, number = 1, blockId = 'a'): Edit => {
  const from = text.indexOf(before)
  const hunks = hunksOf(before, after, from)
  return { remarkId: `r${number}`, number, blockId, from, to: from + before.length, before, after, hunks }
}
const applied = (edits: readonly Edit[]) =>
  [...(hunksByUnit(edits).get('a') ?? [])]
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce((now, { from, to, words }) => now.slice(0, from) + words + now.slice(to), text)

test('one place, different words: only one can be', () => {
  expect(meetingOf(edit('трёх дней', 'пяти дней'), edit('в течение трёх', 'в течение десяти', 2))).toBe(
    'clash',
  )
  // an insertion right after replaced words: their order is anybody's guess
  expect(meetingOf(edit('трёх', 'пяти'), edit('трёх дней', 'трёх рабочих дней', 2))).not.toBeNull()
})

test('the same change is no conflict and is made once', () => {
  const [one, other] = [edit('трёх дней', 'пяти дней'), edit('в течение трёх дней', 'в течение пяти дней', 2)]
  expect(meetingOf(one, other)).toBe('same')
  expect(applied([one, other])).toBe('Эксперт заполняет экспертный лист в течение пяти дней.')
})

test('different words of one phrase can change together', () => {
  const [one, other] = [
    edit(text, text.replace('трёх', 'пяти')),
    edit('Эксперт заполняет', 'Эксперт готовит', 2),
  ]
  expect(meetingOf(one, other)).toBe('near')
  expect(applied([one, other])).toBe('Эксперт готовит экспертный лист в течение пяти дней.')
})

test('words put into one point by two people clash: nobody knows which come first', () => {
  expect(meetingOf(edit('трёх дней', 'трёх полных дней'), edit('трёх дней', 'трёх рабочих дней', 2))).toBe(
    'clash',
  )
})

test('places that do not touch, and other units, have nothing to do with one another', () => {
  expect(meetingOf(edit('Эксперт', 'Член комиссии'), edit('трёх', 'пяти', 2))).toBeNull()
  expect(meetingOf(edit('трёх', 'пяти'), edit('трёх', 'двух', 2, 'b'))).toBeNull()
  expect(meetings([edit('трёх', 'пяти'), edit('трёх', 'двух', 2)]).get('r1')?.[0]?.other.number).toBe(2)
})

test('the hunks of any two wordings turn the one into the other', () => {
  const words = fc.array(fc.constantFrom('срок', ' ', 'три', 'дня', ',', '«', 'ё', '😀', '\n'), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [before, after] = [a.join(''), b.join('')]
      const result = [...hunksOf(before, after, 0)]
        .reverse()
        .reduce((now, { from, to, words }) => now.slice(0, from) + words + now.slice(to), before)
      expect(result).toBe(after)
    }),
  )
})
