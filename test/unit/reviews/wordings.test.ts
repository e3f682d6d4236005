import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { safeCell } from '#app/domain/reviews/summary/workbook-rows.ts'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { docFromMarkdown } from '#app/domain/reviews/texts/importing.ts'
import { docOfSource, markdownOf } from '#app/domain/reviews/texts/sources.ts'
import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { changesOf, tokensIn, tokensOf } from '#app/routes/drafts.$slug/words.ts'

const joined = (before: string, after: string, without: 'inserted' | 'deleted') =>
  changesOf(before, after)
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

test('a difference reads as the one wording or the other', () => {
  const [before, after] = [
    'обеспечивает участие экспертов, ежегодно',
    'обеспечивает добровольное участие всех экспертов',
  ]
  expect(joined(before, after, 'deleted')).toBe(after)
  expect(joined(before, after, 'inserted').replace(/\s+/g, ' ')).toBe(before)
})

test('a word that becomes the first is still the same word', () => {
  expect(
    changesOf('ЧИРО – государственное учреждение', 'государственное учреждение').map(({ kind }) => kind),
  ).toEqual(['deleted', 'same'])
})

test('words that go keep their distance from the words that stay, and from those that come', () => {
  const shown = (before: string, after: string) =>
    renderToStaticMarkup(createElement(WordDiff, { before, after })).replace(/<\/?span>/g, '')
  expect(shown('Предложение: Просим дать срок', 'Просим дать срок')).toBe(
    '<del>Предложение:</del> Просим дать срок',
  )
  expect(shown('Заменить слово', 'Добавить слово')).toBe('<del>Заменить</del> <ins>Добавить</ins> слово')
  expect(shown('дать срок, два дня', 'дать срок')).toBe('дать срок<del>, два дня</del>')
  expect(shown('п. 3-а', 'п. 3-б')).toBe('п. 3-<del>а</del><ins>б</ins>')
})

test('words and signs are counted apart, by UTF-16 offsets', () => {
  const text = 'Да, 😀 п.1 «ещё»'
  const tokens = tokensOf(text)
  expect(tokens.map((token) => token.text)).toEqual(['Да', ',', '😀', 'п.1', '«', 'ещё', '»'])
  for (const { from, to, text: word } of tokens) expect(text.slice(from, to)).toBe(word)
  expect(tokensIn(tokens, 1, 3)).toEqual({ first: 1, last: 2 })
  expect(tokensIn(tokens, 100, 120)).toBeNull()
})

test('words of a participant never become a formula', () => {
  for (const words of ['=1+1', '+7 351', '-1', '@SUM(A1)', '\t=1']) expect(safeCell(words)).toBe(`'${words}`)
  expect(safeCell('обычные слова = слова')).toBe('обычные слова = слова')
  expect(safeCell('x'.repeat(40_000)).length).toBeLessThan(32_767)
})

test('Markdown of a document reads back to the same units', () => {
  const source =
    '# I. Раздел\n\n1.1. Пункт с **важным** словом.\n\n- первое\n- второе\n\n| а | б |\n|---|---|\n| в\\|г | д |'
  const unitsOf = (text: string) =>
    blocksOf(docFromMarkdown(text).doc).map(({ kind, number, text }) => ({ kind, number, text }))
  expect(unitsOf(markdownOf(docFromMarkdown(source).doc))).toEqual(unitsOf(source))
})

test('what is not a document of the editor is refused at its field', () => {
  for (const source of ['{', '[]', '"doc"', '{"type":"doc"}', 'null']) {
    expect(() => docOfSource('rich', source)).toThrowError(
      expect.objectContaining({ code: 'invalid', field: 'source' }),
    )
  }
})
