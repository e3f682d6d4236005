import { describe, expect, test } from 'vitest'
import { imported, p, r, refusalOf, wordOf } from '#test/support/word.ts'

const tc = (inner: string) => `<w:tc>${inner}</w:tc>`
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`

describe('tracked changes', () => {
  const by = 'w:id="1" w:author="Рецензент" w:date="2026-03-01T10:00:00Z"'
  const body =
    `<w:p>${r('Срок ')}<w:del ${by}><w:r><w:delText>десять</w:delText></w:r></w:del><w:ins ${by}>${r('пять')}</w:ins>${r(' дней.')}</w:p>` +
    `<w:p><w:pPr><w:rPr><w:ins ${by}/></w:rPr></w:pPr><w:ins ${by}>${r('Новый абзац.')}</w:ins></w:p>` +
    `<w:p>${r('Важно', `<w:b/><w:rPrChange ${by}><w:rPr/></w:rPrChange>`)}</w:p>` +
    `<w:tbl>${`<w:tr><w:trPr><w:del ${by}/></w:trPr>${tc(p('строка'))}</w:tr>`}${tr(tc(p('остаётся')))}</w:tbl>`
  const texts = (result: ReturnType<typeof imported>) =>
    result.blocks.map(({ text }) => text).filter((text) => text !== '')

  test('are not decided in silence: the file is refused with their number', () => {
    expect(refusalOf(wordOf(body))).toBe('tracked-changes')
  })

  test('are accepted or rejected whole', () => {
    expect(texts(imported(wordOf(body), 'accept'))).toEqual([
      'Срок пять дней.',
      'Новый абзац.',
      'Важно',
      'остаётся',
    ])
    const before = imported(wordOf(body), 'reject')
    expect(texts(before)).toEqual(['Срок десять дней.', 'Важно', 'строка', 'остаётся'])
    expect(before.blocks[1]?.data.marks).toBeUndefined()
    expect(before.changes).toEqual({ inserted: 3, deleted: 2, moved: 0, formatted: 1 })
  })

  test('become suggestions in the text as it was', () => {
    const { suggestions, blocks } = imported(wordOf(body), 'suggest')
    expect(suggestions[0]).toMatchObject({
      author: 'Рецензент',
      blockId: blocks[0]?.blockId,
      from: 5,
      to: 11,
      old: 'десять',
      replacement: 'пять',
    })
    expect(suggestions[1]).toMatchObject({
      old: '',
      replacement: 'Новый абзац.\n',
      blockId: blocks[1]?.blockId,
      from: 0,
    })
  })

  test('moved words are there once', () => {
    const moved = `<w:p><w:moveFrom ${by}>${r('Абзац')}</w:moveFrom>${r('Начало ')}<w:moveTo ${by}>${r('Абзац')}</w:moveTo></w:p>`
    expect(texts(imported(wordOf(moved), 'accept'))).toEqual(['Начало Абзац'])
    expect(texts(imported(wordOf(moved), 'reject'))).toEqual(['АбзацНачало'])
  })
})

test('comments come with author, thread and the exact words they stand at', () => {
  const comment = (id: number, para: string, text: string) =>
    `<w:comment w:id="${id}" w:author="Эксперт ${id}" w:date="2026-03-01T10:00:00Z"><w:p w14:paraId="${para}">${r(text)}</w:p></w:comment>`
  const { comments, blocks } = imported(
    wordOf(
      `<w:p>${r('3.2. Срок ')}<w:commentRangeStart w:id="1"/>${r('десять дней')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${r('.')}<w:r><w:commentReference w:id="2"/></w:r></w:p>`,
      {
        comments: comment(1, '0000000A', 'Мало') + comment(2, '0000000B', 'Согласен'),
        commentsExtended: '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/>',
      },
    ),
  )
  const blockId = blocks[0]?.blockId
  expect(blocks[0]).toMatchObject({ number: '3.2.', text: 'Срок десять дней.' })
  expect(comments).toMatchObject([
    {
      author: 'Эксперт 1',
      text: 'Мало',
      parent: null,
      from: { blockId, offset: 5 },
      to: { blockId, offset: 16 },
    },
    { author: 'Эксперт 2', text: 'Согласен', parent: '1' },
  ])
})
