/** Markdown keeps the words and their looks both ways; what it cannot keep is said. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { docFromMarkdown } from '#app/domain/reviews/texts/importing.ts'
import { markdownOf } from '#app/domain/reviews/texts/sources.ts'
import { checkDoc, type DocJson, type NodeJson } from '#app/editor/check.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const run = (text: string, ...types: string[]): NodeJson => ({
  type: 'text',
  text,
  ...(types.length > 0 ? { marks: types.map((type) => ({ type })) } : {}),
})
const docOf = (...content: NodeJson[]): DocJson => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: id(1) }, content }],
})
/** Each character that is seen, with its looks. */
const seen = (doc: DocJson) =>
  doc.content.flatMap((block) =>
    (block.content ?? []).flatMap(({ text = '', marks = [] }) =>
      [...text]
        .filter((sign) => sign.trim() !== '')
        .map((sign) => `${sign} ${marks.map(({ type, attrs }) => `${type}${attrs?.href ?? ''}`).sort()}`),
    ),
  )
const words = (doc: DocJson) =>
  doc.content.map(({ content = [] }) => content.map(({ text = '\n' }) => text).join('')).join('\n\n')

describe('small letters', () => {
  test.each([
    ['м^2^ и H~2~O', ['2:superscript', '2:subscript']],
    ['x^a\\ b^', ['a b:superscript']],
    ['<sup>1</sup> и <sub>k</sub>', ['1:superscript', 'k:subscript']],
    ['**E^2^**', ['2:superscript']],
    ['2^3 и 4^5', []],
    ['5~7 и 8~9', []],
    ['\\^2^ и \\~2~', []],
  ])('of %j are %j', (markdown, expected) => {
    const { doc, losses } = docFromMarkdown(markdown)
    const small = (doc.content[0]?.content ?? []).flatMap(({ text, marks = [] }) =>
      marks.filter(({ type }) => type.endsWith('script')).map(({ type }) => `${text}:${type}`),
    )
    expect([small, losses]).toEqual([expected, []])
  })

  test('written back as the same signs; two strokes of a pen still count as a loss', () => {
    const doc = docOf(run('м'), run('2', 'superscript'), run(', H'), run('2', 'subscript'), run('O'))
    expect(markdownOf(doc)).toBe('м^2^, H~2~O')
    expect(docFromMarkdown('~~лишнее~~').losses).toMatchObject([{ kind: 'strike', count: 1 }])
  })

  test('raised inside lowered is one of the two: such a document passes the gate', () => {
    const { doc } = docFromMarkdown('x^a~b~^ и <sup>1<sub>2</sub></sup>')
    expect(checkDoc(doc, { characters: 1000 }).fault).toBeUndefined()
  })
})

test.each([
  ['звёздочки', '2*3*4 и **не жирно**'],
  ['подчёркивания', '____ / Иванов и _а_ (____)'],
  ['номера и чёрточки', '- не список'],
  ['решётка', '# не заголовок'],
  ['скобки', '[1](не ссылка) и [сноска]: нет'],
  ['теги', 'меньше <b>не тег</b> и `не код`'],
  ['имена знаков', '&laquo;как есть&raquo;'],
  ['степени', '2^3+4^5 и ~1~'],
  ['обратная черта', 'а\\*б\\'],
])('%s of a text stay characters', (_, text) => {
  const read = docFromMarkdown(markdownOf(docOf(run(text))))
  expect([read.doc.content.map(({ type }) => type), words(read.doc), read.losses]).toEqual([
    ['paragraph'],
    text,
    [],
  ])
})

test('any words with any looks read back as they were', () => {
  const text = fc
    .array(fc.constantFrom('слово', ' ', '«', '»', '2', '*', '^', '~', '_', ',', '(', ']', '\\', '`', 'я'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((pieces) => pieces.join(''))
  const looks = fc.subarray(['bold', 'italic'])
  const small = fc.constantFrom(undefined, 'superscript', 'subscript')
  const piece = fc
    .tuple(text, looks, small)
    .map(([one, two, three]) => run(one, ...two, ...(three ? [three] : [])))
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      const doc = docOf(run('Начало '), ...pieces, run(' конец'))
      const read = docFromMarkdown(markdownOf(doc))
      expect(words(read.doc).replace(/\s+/g, ' ')).toBe(words(doc).replace(/\s+/g, ' '))
      expect(seen(read.doc)).toEqual(seen(doc))
      expect(read.losses).toEqual([])
    }),
    { numRuns: 150 },
  )
})
