import { expect, test } from 'vitest'
import { wordingChange, wordingOf } from '#app/domain/reviews/remarks/wording.ts'

test.each([
  ['в течение трёх дней', 'в течение пяти дней', { way: 'replace', old: 'трёх', fresh: 'пяти' }],
  [
    'экспертный лист',
    'экспертный лист и анкету',
    { way: 'after', old: 'экспертный лист', fresh: 'и анкету' },
  ],
  ['лист', 'экспертный лист', { way: 'before', old: 'лист', fresh: 'экспертный' }],
  ['заполняет лист сам', 'заполняет лист', { way: 'remove', old: 'сам', fresh: '' }],
  ['всё это', '', { way: 'remove', old: 'всё это', fresh: '' }],
  ['то же', 'то же', { way: 'same', old: '', fresh: '' }],
  ['да да нет', 'да нет', { way: 'remove', old: 'да', fresh: '' }],
])('«%s» → «%s» names only the words that differ', (before, after, change) => {
  expect(wordingChange(before, after)).toEqual(change)
})

test('a way gives the wording of the whole passage', () => {
  expect(wordingOf('replace', 'трёх', 'пяти')).toBe('пяти')
  expect(wordingOf('after', 'лист', ', анкету')).toBe('лист, анкету')
  expect(wordingOf('after', 'лист', 'и анкету')).toBe('лист и анкету')
  expect(wordingOf('before', 'лист', 'экспертный')).toBe('экспертный лист')
  expect(wordingOf('remove', 'лист', 'неважно')).toBe('')
})
