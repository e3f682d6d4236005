/** From one way of writing into another with all words, and untouched units stay what they were. */
import { expect, test } from 'vitest'
import { agreed, agreementTo } from '#app/domain/reviews/texts/agreeing.ts'
import { docOfSource, markdownOf } from '#app/domain/reviews/texts/sources.ts'
import { turned } from '#app/domain/reviews/texts/turning.ts'
import { checkDoc, type DocJson, type NodeJson } from '#app/editor/check.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const p = (n: number, text: string, attrs = {}): NodeJson => ({
  type: 'paragraph',
  attrs: { id: id(n), ...attrs },
  content: [{ type: 'text', text }],
})
const figure = (n: number, file: string): NodeJson => ({
  type: 'figure',
  attrs: { id: id(n), file: file.repeat(64), alt: `Рисунок ${file}`, width: null, height: null },
})
const row = (n: number, ...cells: NodeJson[]): NodeJson => ({
  type: 'tableRow',
  attrs: { id: id(n) },
  content: cells,
})
const cell = (type: string, n: number, text: string): NodeJson => ({ type, content: [p(n, text)] })
const docOf = (...content: NodeJson[]): DocJson => ({ type: 'doc', content })
const ids = (node: NodeJson): string[] => [
  ...(typeof node.attrs?.id === 'string' ? [node.attrs.id] : []),
  ...(node.content ?? []).flatMap(ids),
]

const doc = docOf(
  p(1, 'Первый абзац о порядке проведения экспертизы'),
  p(2, 'Второй абзац с новой страницы', { pageBreak: true }),
  {
    type: 'table',
    attrs: { id: id(10) },
    content: [
      row(11, cell('tableCell', 12, 'Срок подачи'), cell('tableCell', 13, 'десять дней')),
      row(14, cell('tableHeader', 15, 'Ответ'), cell('tableCell', 16, 'тридцать дней')),
    ],
  },
  p(3, 'Слова особого пункта', { number: 'прим. к п. 4' }),
  figure(4, 'a'),
  figure(5, 'b'),
  p(6, 'Последний абзац'),
)

test('a document through Markdown and back is the same document, ids and all', () => {
  expect(checkDoc(doc, { characters: 1000 }).fault).toBeUndefined()
  const markdown = turned(JSON.stringify(doc), 'rich', 'markdown')
  expect(markdown.losses).toEqual([])
  const back = turned(markdown.source, 'markdown', 'rich', markdown.base)
  expect(back.losses).toEqual([])
  expect(JSON.parse(back.source)).toMatchObject(doc)
})

test('a word changed in Markdown changes its paragraph alone', () => {
  const markdown = markdownOf(doc)
    .replace('десять', 'пять')
    .replace('Последний абзац', 'Последний абзац изменён')
  const read = docOfSource('markdown', `${markdown}\n\nСовсем новый`, { signs: doc, saved: doc }).doc
  expect(ids(read).slice(0, -1)).toEqual(ids(doc))
  expect(read.content[1]?.attrs?.pageBreak).toBe(true)
  expect(JSON.stringify(read)).toContain('пять дней')
  expect(new Set(ids(read)).size).toBe(ids(read).length)
})

test('signs are read by the document that the Markdown was made of, whatever was saved meanwhile', () => {
  const saved = docOf(p(1, 'Первый абзац о порядке проведения экспертизы'), figure(5, 'b'))
  const { doc: read } = docOfSource('markdown', 'Первый абзац о порядке\n\n⟦рисунок 2⟧', {
    signs: doc,
    saved,
  })
  expect(read.content[1]).toEqual(figure(5, 'b'))
})

test('what Markdown says and a document cannot hold is told before the turn, what plain text cannot show as well', () => {
  const { source, losses } = turned('Слово ![рисунок](x.png) и ~~зачёркнутое~~', 'markdown', 'rich')
  expect(losses.map(({ kind }) => kind).sort()).toEqual(['image', 'strike'])
  expect(source).toContain('зачёркнутое')
  const plain = turned(JSON.stringify(doc), 'rich', 'plain')
  expect(plain.losses.map(({ kind }) => kind).sort()).toEqual(['image', 'look'])
  for (const words of [
    'Первый абзац',
    'Срок подачи | десять дней',
    'прим. к п. 4 Слова особого',
    'Последний',
  ])
    expect(plain.source).toContain(words)
  expect(turned('  ', 'markdown', 'rich').source).toBe('')
  expect(turned('# как есть', 'markdown', 'plain')).toMatchObject({ source: '# как есть', losses: [] })
})

test('who agreed to losses is asked again only about more of them', () => {
  const losses = (image: number, html: number) => [
    { kind: 'image' as const, count: image },
    { kind: 'html' as const, count: html },
  ]
  const agreement = agreementTo(losses(2, 1))
  expect(agreed(agreement, losses(1, 1))).toBe(true)
  expect(agreed(agreement, losses(3, 1))).toBe(false)
  expect(agreed(agreement, [{ kind: 'code', count: 1 }])).toBe(false)
  expect(agreed('', [])).toBe(true)
  expect(agreed('', losses(1, 0))).toBe(false)
  for (const nonsense of ['image', 'image:x', ':::,', 'image:Infinity,html:1e9'])
    expect(typeof agreed(nonsense, losses(1, 1))).toBe('boolean')
})
