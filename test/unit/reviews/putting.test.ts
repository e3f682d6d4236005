import { expect, test } from 'vitest'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { docFromMarkdown, withIds } from '#app/domain/reviews/texts/importing.ts'
import { type Hunk, putWords } from '#app/domain/reviews/texts/putting.ts'
import { hunksOf } from '#app/domain/reviews/versions/suggesting.ts'
import { checkDoc, type DocJson } from '#app/editor/check.ts'

const docOf = (markdown: string) => withIds(docFromMarkdown(markdown).doc)
const put = (doc: DocJson, found: string, hunks: (text: string) => Hunk[]) => {
  const unit = blocksOf(doc).find(({ text }) => text.includes(found))
  return putWords(doc, new Map([[unit?.blockId ?? '', hunks(unit?.text ?? '')]]))
}
const replace = (doc: DocJson, before: string, after: string) =>
  put(doc, before, (text) => hunksOf(before, after, text.indexOf(before)))
const texts = (doc: DocJson | null) => blocksOf(doc as DocJson).map(({ text }) => text)
const sound = (doc: DocJson | null) => checkDoc(doc, { characters: 100_000 }).fault

test('only the words that differ change; formatting, ids and other units stay', () => {
  const doc = docOf(
    '# Порядок\n\nЭксперт **обязан заполнить лист** в течение *трёх* дней.\n\n- первый\n- второй',
  )
  const result = replace(
    doc,
    'заполнить лист в течение трёх дней',
    'заполнить экспертный лист в течение пяти дней',
  )
  expect(texts(result)).toEqual([
    'Порядок',
    'Эксперт обязан заполнить экспертный лист в течение пяти дней.',
    'первый',
    'второй',
  ])
  const marks = (of: DocJson | null) =>
    blocksOf(of as DocJson)[1]?.data.marks?.map(({ type, from, to }) => [type, texts(of)[1]?.slice(from, to)])
  expect(marks(result)).toEqual([
    ['bold', 'обязан заполнить экспертный лист'],
    ['italic', 'пяти'],
  ])
  const others = (of: DocJson | null) => (of?.content ?? []).filter((_, at) => at !== 1)
  expect(others(result)).toEqual(others(doc))
  expect(blocksOf(result as DocJson).map(({ blockId }) => blockId)).toEqual(
    blocksOf(doc).map(({ blockId }) => blockId),
  )
  expect(sound(result)).toBeUndefined()
})

test('words of a cell change in their cell; a unit left out goes, a cell stays empty', () => {
  const doc = docOf('Введение.\n\n| Срок | Кто |\n| --- | --- |\n| три дня | эксперт |\n\n- один пункт')
  const cell = replace(doc, 'три дня', 'пять дней')
  expect(texts(cell)).toContain('пять дней')
  const emptied = replace(doc, 'три дня', '')
  expect(texts(emptied)).not.toContain('три дня')
  expect(JSON.stringify(emptied).match(/"tableCell"/g)?.length).toBe(
    JSON.stringify(doc).match(/"tableCell"/g)?.length,
  )
  const shorter = replace(doc, 'один пункт', '')
  expect(JSON.stringify(shorter)).not.toContain('bulletList')
  for (const one of [cell, emptied, shorter]) expect(sound(one)).toBeUndefined()
})

test('a list below an item whose words are left out stays sound', () => {
  const doc = docOf('Введение.\n\n- верхний\n  - нижний')
  const result = replace(doc, 'верхний', '')
  expect(texts(result)).toContain('нижний')
  expect(sound(result)).toBeUndefined()
})

test('a reference to a footnote passes to the new words, and is not lost in silence', () => {
  const doc: DocJson = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { id: '0199c0de-0000-7000-8000-000000000001' },
        content: [
          { type: 'text', text: 'Срок ' },
          {
            type: 'text',
            text: 'пять',
            marks: [{ type: 'noteRef', attrs: { note: '0199c0de-0000-7000-8000-000000000002' } }],
          },
          { type: 'text', text: ' дней' },
        ],
      },
      {
        type: 'footnote',
        attrs: { id: '0199c0de-0000-7000-8000-000000000002', number: '1' },
        content: [{ type: 'text', text: 'Рабочих.' }],
      },
    ],
  }
  const kept = replace(doc, 'пять', 'десять')
  expect(texts(kept)[0]).toBe('Срок десять дней')
  expect(blocksOf(kept as DocJson)[0]?.data.marks).toMatchObject([
    { type: 'noteRef', to: 'Срок десять'.length },
  ])
  expect(JSON.stringify(kept).match(/noteRef/g)).toHaveLength(1)
  expect(replace(doc, 'пять ', '')).toBeNull()
})

test('line breaks and signs beyond the basic plane are letters like others', () => {
  const doc = docOf('Первая строка 😀 вторая.')
  const result = replace(doc, 'строка 😀 вторая', 'строка\nновая 😀 вторая')
  expect(texts(result)).toEqual(['Первая строка\nновая 😀 вторая.'])
  expect(sound(result)).toBeUndefined()
})
