import { expect, test } from 'vitest'
import { docOfSource, markdownOf } from '#app/domain/reviews/texts/sources.ts'
import { checkDoc, type DocJson, type NodeJson } from '#app/editor/check.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const text = (words: string, marks: NodeJson['marks'] = []): NodeJson => ({
  type: 'text',
  text: words,
  marks,
})
const p = (n: number, ...content: NodeJson[]): NodeJson => ({
  type: 'paragraph',
  attrs: { id: id(n) },
  content,
})
const note = (n: number) => ({ type: 'noteRef', attrs: { note: id(n) } })
const table = (n: number, attrs = {}): NodeJson => ({
  type: 'table',
  attrs: { id: id(n) },
  content: [
    {
      type: 'tableRow',
      attrs: { id: id(n + 1) },
      content: [{ type: 'tableCell', attrs, content: [p(n + 2, text(`ячейка ${n}`))] }],
    },
  ],
})
const doc: DocJson = {
  type: 'doc',
  content: [
    p(1, text('Начало'), text('м', [{ type: 'bold' }, note(50), note(51)]), text(' и концом')),
    { type: 'figure', attrs: { id: id(2), file: 'a'.repeat(64), alt: 'Схема', width: null, height: null } },
    table(10, { colspan: 2 }),
    table(20),
    { type: 'footnote', attrs: { id: id(50), kind: 'foot', number: '1' }, content: [text('Первая')] },
    { type: 'footnote', attrs: { id: id(51), kind: 'end' }, content: [text('Вторая')] },
  ],
}
const back = (markdown: string) => docOfSource('markdown', markdown, { signs: doc, saved: doc }).doc
const kinds = (of: DocJson) => of.content.map(({ type }) => type)

test('pictures, merged tables and footnotes stand in Markdown as signs and come back whole', () => {
  const markdown = markdownOf(doc)
  expect(markdown).toContain('⟦рисунок 1⟧')
  expect(markdown).toContain('**м**⟦сноска 1⟧⟦сноска 2⟧')
  expect(markdown).not.toContain('ячейка 10')
  const read = back(markdown)
  expect(kinds(read)).toEqual(kinds(doc))
  expect(read.content[1]).toEqual(doc.content[1])
  expect(read.content[2]).toEqual(doc.content[2])
  expect(read.content[4]).toMatchObject({
    attrs: { id: id(50), kind: 'foot' },
    content: [{ text: 'Первая' }],
  })
  const marked = read.content[0]?.content?.find(({ marks }) => marks?.some(({ type }) => type === 'noteRef'))
  expect(marked).toMatchObject({ text: 'м' })
  expect(marked?.marks?.flatMap(({ attrs }) => attrs?.note ?? [])).toEqual([id(50), id(51)])
  expect(checkDoc(read, { characters: 1000 }).fault).toBeUndefined()
})

test('what its author moves is moved, what he deletes is deleted, what is no sign stays words', () => {
  const moved = back(
    'Новый абзац\n\n⟦таблица 1⟧\n\n**Слово**⟦сноска 2⟧ ⟦рисунок 7⟧\n\n⟦сноска 2⟧: Иначе\n\n⟦таблица 1⟧',
  )
  expect(kinds(moved)).toEqual(['paragraph', 'table', 'paragraph', 'table', 'footnote'])
  const slovo = moved.content[2]?.content?.filter(({ marks }) =>
    marks?.some(({ type }) => type === 'noteRef'),
  )
  expect(slovo?.map((one) => one.text)).toEqual(['о'])
  expect(JSON.stringify(moved.content[2])).toContain('⟦рисунок 7⟧')
  expect(moved.content[4]).toMatchObject({ attrs: { id: id(51) }, content: [{ text: 'Иначе' }] })
  expect(checkDoc(moved, { characters: 1000 }).fault).toBeUndefined()
  expect(kinds(docOfSource('markdown', '⟦рисунок 1⟧').doc)).toEqual(['paragraph'])
})
