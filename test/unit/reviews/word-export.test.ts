import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { docFromMarkdown } from '#app/domain/reviews/texts/importing.ts'
import { versionDocx, type WordComment, type WordVersion } from '#app/domain/reviews/word/document.ts'
import { pictureSize } from '#app/domain/reviews/word/picture-size.ts'
import type { DocJson, NodeJson } from '#app/editor/check.ts'
import { imported } from '#test/support/word.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const HASH = 'a'.repeat(64)
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const words = (text: string, marks: NodeJson['marks'] = []): NodeJson => ({ type: 'text', text, marks })
const p = (n: number, content: NodeJson[], attrs = {}): NodeJson => ({
  type: 'paragraph',
  attrs: { id: id(n), ...attrs },
  content,
})
const cell = (n: number, text: string, attrs = {}): NodeJson => ({
  type: 'tableCell',
  attrs,
  content: [p(n, text === '' ? [] : [words(text)])],
})
const row = (n: number, ...content: NodeJson[]): NodeJson => ({
  type: 'tableRow',
  attrs: { id: id(n) },
  content,
})
const item = (...content: NodeJson[]): NodeJson => ({ type: 'listItem', content })

/** Everything that a draft may hold, once. */
const rich: DocJson = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { id: id(1), level: 2, number: 'III.' }, content: [words('Порядок')] },
    p(
      2,
      [
        words('Эксперт '),
        words('обязан', [{ type: 'bold' }]),
        words(' «ответить» <в срок> & '),
        words('здесь', [{ type: 'link', attrs: { href: 'https://example.org/?a=1&b=2' } }]),
      ],
      { number: '3.2.' },
    ),
    p(3, [words('Две'), { type: 'hardBreak' }, words('строки.')]),
    {
      type: 'bulletList',
      content: [
        item(p(4, [words('первое')]), { type: 'bulletList', content: [item(p(5, [words('глубже')]))] }),
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 4 },
      content: [item(p(6, [words('четвёртое')])), item(p(7, [words('пятое')]))],
    },
    { type: 'blockquote', content: [p(8, [words('Цитата')])] },
    {
      type: 'table',
      attrs: { id: id(9) },
      content: [
        row(10, cell(11, 'широкая', { colspan: 2 }), cell(12, 'высокая', { rowspan: 2 })),
        row(13, cell(14, 'левая'), cell(15, 'правая')),
      ],
    },
    { type: 'figure', attrs: { id: id(16), file: HASH, alt: 'Схема "А"', width: 40, height: 30 } },
    p(17, [
      words('Со сноско'),
      words('й', [{ type: 'noteRef', attrs: { note: id(18) } }]),
      words(' внутри.'),
    ]),
    { type: 'footnote', attrs: { id: id(18), kind: 'foot', number: '1' }, content: [words('Слова сноски')] },
  ],
}
const base: Omit<WordVersion, 'doc' | 'comments'> = {
  versionId: id(99),
  title: 'Порядок',
  head: 'Порядок. Редакция 1',
  foot: 'https://rses.example/drafts/x',
  author: 'Институт',
  at: new Date('2026-03-01T09:00:00Z'),
  lang: 'ru',
  errata: new Map(),
  images: new Map([[HASH, { bytes: png, mediaType: 'image/png' }]]),
  address: (path) => `https://rses.example${path}`,
}
const made = (doc: DocJson, comments: WordComment[] = []) => versionDocx({ ...base, doc, comments })
const note = (from: [number, number], to: [number, number], text = 'Слова'): WordComment => ({
  author: 'Участник № 5',
  at: new Date('2026-03-02T09:00:00Z'),
  lines: [text],
  range: { fromBlockId: id(from[0]), fromOffset: from[1], toBlockId: id(to[0]), toOffset: to[1] },
})
const part = (bytes: Uint8Array, name: string) => new PizZip(bytes).file(name)?.asText() ?? ''

describe('a version as a Word file', () => {
  test('reads back as it was: numbers, marks, lists, merged cells, pictures, notes', () => {
    const back = imported(made(rich).bytes)
    const seen = back.blocks.map(({ kind, number, text, data }) => ({
      kind,
      number,
      text,
      spans: [data.colspan, data.rowspan],
    }))
    const was = blocksOf(rich).map(({ kind, number, text, data }) => ({
      kind,
      number,
      text,
      spans: [data.colspan, data.rowspan],
    }))
    // Word has no lists of numbers but numbered paragraphs
    const flat = (one: (typeof was)[number]) =>
      one.kind === 'item' && one.number ? { ...one, kind: 'paragraph' } : one
    expect(seen.map((one) => (one.number ? flat(one) : one))).toEqual(was.map(flat))
    expect(
      back.losses.map(({ kind }) => kind).filter((kind) => !['header', 'footer'].includes(kind)),
    ).toEqual([])
    expect(back.changes).toEqual({ inserted: 0, deleted: 0, moved: 0, formatted: 0 })
    expect(JSON.stringify(back.doc)).toContain('https://example.org/?a=1&b=2')
    expect(back.images).toHaveLength(1)
  })

  test('has the comments at their passages, whatever they are about', () => {
    const { bytes, unplaced } = made(rich, [
      note([2, 8], [2, 14]),
      note([2, 0], [3, 3]),
      note([2, 10], [2, 12]),
      note([9, 0], [9, 0]),
      note([18, 0], [18, 5]),
      note([16, 0], [16, 0]),
      note([3, 3], [3, 3]),
      note([77, 0], [77, 1]),
    ])
    expect(unplaced).toHaveLength(1)
    const back = imported(bytes)
    const texts = new Map(back.blocks.map(({ blockId, text }) => [blockId, text]))
    const places = back.comments.map(({ from, to }) => [
      texts.get(from?.blockId ?? '')?.slice(from?.offset),
      texts.get(to?.blockId ?? '')?.slice(0, to?.offset),
    ])
    expect(places).toEqual([
      ['обязан «ответить» <в срок> & здесь', 'Эксперт обязан'],
      ['Эксперт обязан «ответить» <в срок> & здесь', 'Две'],
      ['язан «ответить» <в срок> & здесь', 'Эксперт обяз'],
      ['широкая', 'правая'],
      [' внутри.', 'Со сноской'],
      ['', 'правая'],
      ['\nстроки.', 'Две'],
    ])
    expect(back.comments[0]).toMatchObject({
      author: 'Участник № 5',
      text: 'Слова',
      date: '2026-03-02T09:00:00Z',
    })
  })

  test('tells under a unit what was put right in it, and a file read again is without that', () => {
    const line = '01.03.2026 исправлена техническая ошибка: напечатано «Экспрет», следует читать «Эксперт».'
    const errata = new Map([2, 7, 14, 18].map((n) => [id(n), [`${line} Запись ${n}.`]]))
    const { bytes } = versionDocx({ ...base, doc: rich, comments: [], errata })
    const written = (name: string) =>
      [...part(bytes, name).matchAll(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs)].map(([one]) =>
        one.replace(/<[^>]+>/g, ''),
      )
    const lines = written('word/document.xml')
    expect(lines[lines.findIndex((one) => one.startsWith('3.2. Эксперт обязан')) + 1]).toBe(
      `${line} Запись 2.`,
    )
    expect(lines[lines.indexOf('пятое') + 1]).toBe(`${line} Запись 7.`)
    expect(lines[lines.indexOf('левая') + 1]).toBe(`${line} Запись 14.`)
    expect(written('word/footnotes.xml').at(-1)).toBe(`${line} Запись 18.`)
    const [back, plain] = [imported(bytes), imported(made(rich).bytes)]
    expect(back.blocks.map(({ text }) => text)).toEqual(plain.blocks.map(({ text }) => text))
    expect(back.losses.find(({ kind }) => kind === 'erratum')).toMatchObject({ count: 4 })
  })

  test('keeps raised and lowered letters, also those that a style of letters raises', () => {
    const doc: DocJson = {
      type: 'doc',
      content: [
        p(1, [
          words('м'),
          words('2', [{ type: 'superscript' }]),
          words(' H'),
          words('2', [{ type: 'subscript' }]),
        ]),
      ],
    }
    const small = (bytes: Uint8Array) =>
      imported(bytes).blocks[0]?.data.marks?.map(({ type, from }) => [type, from])
    const { bytes } = made(doc)
    expect(small(bytes)).toEqual([
      ['superscript', 1],
      ['subscript', 4],
    ])
    const styled = new PizZip(bytes)
    const raised =
      '<w:style w:type="character" w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    const edit = (name: string, from: string, to: string) =>
      styled.file(name, (styled.file(name)?.asText() ?? '').replace(from, to))
    edit('word/styles.xml', '</w:styles>', `${raised}</w:styles>`)
    edit('word/document.xml', '<w:vertAlign w:val="superscript"/>', '<w:rStyle w:val="Up"/>')
    expect(small(styled.generate({ type: 'uint8array' }))).toContainEqual(['superscript', 1])
  })

  test('carries hostile words as words', () => {
    const evil = '</w:t><w:hack/>\u202eцел\u0000о =HYPERLINK("x") <script>'
    const { bytes } = made(docFromMarkdown('Текст').doc, [])
    const doc = docFromMarkdown('Текст').doc
    const block = blocksOf(doc)[0]?.blockId ?? ''
    const out = versionDocx({
      ...base,
      title: evil,
      head: evil,
      author: evil,
      doc,
      comments: [
        {
          ...note([1, 0], [1, 0], evil),
          author: evil,
          range: { fromBlockId: block, fromOffset: 0, toBlockId: block, toOffset: 5 },
        },
      ],
    })
    for (const name of ['word/comments.xml', 'word/header1.xml', 'docProps/core.xml']) {
      expect(part(out.bytes, name)).not.toMatch(/<w:hack|\u202e|<script/)
    }
    const [comment] = imported(out.bytes).comments
    expect(comment?.text).toBe('</w:t><w:hack/>цело =HYPERLINK("x") <script>')
    expect(part(bytes, 'docProps/custom.xml')).toContain(id(99))
    const wild = docFromMarkdown('[раз](https://a.example)').doc
    const link = wild.content[0]?.content?.[0]?.marks?.[0]
    if (link) link.attrs = { href: 'javascript:alert(1)' }
    expect(part(made(wild).bytes, 'word/_rels/document.xml.rels')).not.toContain('javascript')
  })
})

test('sizes of pictures are read from their bytes', () => {
  expect(pictureSize(png)).toEqual({ width: 1, height: 1 })
  const jpeg = Uint8Array.from([
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0,
  ])
  expect(pictureSize(jpeg)).toEqual({ width: 40, height: 30 })
  expect(pictureSize(Uint8Array.from([1, 2, 3]))).toBeNull()
})
