import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { anchorOf, type Evidence, type Range, resolveAll } from '#app/domain/reviews/anchors/anchoring.ts'
import type { AnchorBlock } from '#app/domain/reviews/anchors/units.ts'
import { evidence, passages, quote, wordsAt } from './passages.ts'
import { blocksFrom, paragraphs, reuploaded } from './texts.ts'

const one = blocksFrom([
  'Эксперт обязан заполнить экспертный лист в течение трёх дней.',
  'Реестр экспертов ведёт региональный оператор.',
  'Сведения о контактах экспертов не публикуются.',
])

describe('evidence', () => {
  test('keeps the words with 64 characters around them', () => {
    const anchor = quote(one, 1, 'региональный оператор')
    expect(anchor).toMatchObject({ exact: 'региональный оператор', address: 'абз. 2', whole: false })
    expect(anchor.prefix).toBe(
      'заполнить экспертный лист в течение трёх дней.\nРеестр экспертов ведёт '.slice(-64),
    )
    expect(anchor.suffix.startsWith('.\nСведения о контактах')).toBe(true)
    expect(anchor.suffix.length).toBeLessThanOrEqual(64)
  })

  test('never cuts a surrogate pair', () => {
    const blocks = blocksFrom(['Пункт 😀 о сроках'])
    expect(evidence(blocks, 0, 7, 0, 9).exact).toBe('😀 ')
    expect(evidence(blocks, 0, 0, 0, 7).exact).toBe('Пункт 😀')
  })

  test.each([
    ['an unknown block', { fromBlockId: uuidv7(), fromOffset: 0, toOffset: 1 }],
    ['an offset beyond the text', { fromOffset: 0, toOffset: 1000 }],
    ['a negative offset', { fromOffset: -1, toOffset: 4 }],
    ['half an offset', { fromOffset: 0.5, toOffset: 4 }],
    ['NaN', { fromOffset: Number.NaN, toOffset: 4 }],
  ])('refuses %s', (_, range) => {
    const [block] = one
    const id = block?.blockId ?? ''
    expect(anchorOf(one, { fromBlockId: id, toBlockId: id, ...range })).toBe('passage-not-found')
  })

  test('refuses an empty passage, a reversed one and a boundless one', () => {
    expect(() => evidence(one, 0, 5, 0, 5)).toThrow('passage-empty')
    expect(() => evidence(one, 1, 0, 0, 5)).toThrow('passage-not-found')
    const long = blocksFrom(['я'.repeat(30_000)])
    expect(() => evidence(long, 0, 0, 0, 30_000)).toThrow('passage-too-long')
  })
})

describe('cases', () => {
  test('a replaced word is gone: nothing moves to a look-alike elsewhere', () => {
    const before = blocksFrom([
      'Робин открыл заседание комиссии.',
      'Протокол подписал Робин, секретарь комиссии.',
    ])
    const after = before.map((block, i) =>
      i === 0 ? { ...block, text: 'Элиза открыла заседание комиссии.' } : block,
    )
    const [place] = resolveAll(before, after, [quote(before, 0, 'Робин')])
    expect(place).toMatchObject({ status: 'deleted', fromBlockId: before[0]?.blockId })
    expect(place?.fromOffset).toBe(place?.toOffset)
  })

  test('an inflected word is edited and covers the new word', () => {
    const after = one.map((block, i) =>
      i === 1 ? { ...block, text: 'Реестр экспертами ведёт региональный оператор.' } : block,
    )
    const [place] = resolveAll(one, after, [quote(one, 1, 'экспертов')])
    expect(place?.status).toBe('edited')
    expect(wordsAt(after, place as Range)).toBe('экспертами')
  })

  test('a moved paragraph takes its passages along', () => {
    const [a, b, c] = one as [AnchorBlock, AnchorBlock, AnchorBlock]
    const after = reuploaded([c, a, b])
    const [place] = resolveAll(one, after, [quote(one, 2, 'не публикуются')])
    expect(place).toMatchObject({ status: 'moved', fromBlockId: after[0]?.blockId })
  })

  test('a split paragraph: a phrase follows its half, the whole covers both', () => {
    const text =
      'Эксперт заполняет лист и подписывает его электронной подписью. Председатель собирает листы группы и готовит проект заключения.'
    const before = blocksFrom([
      'Вводный абзац о целях экспертизы документов.',
      text,
      'Заключительный абзац о сроках хранения листов.',
    ])
    const [first, second] = text.split(/(?<=\.) /) as [string, string]
    const after = blocksFrom([before[0]?.text ?? '', first, second, before[2]?.text ?? ''])
    const [half, whole] = resolveAll(before, after, [
      quote(before, 1, 'готовит проект заключения'),
      evidence(before, 1, 0, 1, text.length),
    ])
    expect(wordsAt(after, half as Range)).toBe('готовит проект заключения')
    expect(whole).toMatchObject({
      status: 'split',
      fromBlockId: after[1]?.blockId,
      toBlockId: after[2]?.blockId,
    })
  })

  test('merged paragraphs keep both passages', () => {
    const before = blocksFrom([
      'Эксперт заполняет лист и подписывает его электронной подписью.',
      'Председатель собирает листы группы и готовит проект заключения.',
      'Третий абзац о хранении документов экспертизы.',
    ])
    const after = [
      { ...before[0], text: `${before[0]?.text} ${before[1]?.text}` } as AnchorBlock,
      before[2] as AnchorBlock,
    ]
    const places = resolveAll(before, after, [
      quote(before, 0, 'подписывает'),
      quote(before, 1, 'готовит проект'),
    ])
    expect(places.map(({ status }) => status)).toEqual(['exact', 'merged'])
    expect(places.map((place) => wordsAt(after, place))).toEqual(['подписывает', 'готовит проект'])
  })

  test('of two equal paragraphs one is deleted: which one cannot be known, and it is said', () => {
    const before = blocksFrom([
      'Начало текста документа.',
      'Одинаковый абзац о сроках подачи.',
      'Одинаковый абзац о сроках подачи.',
      'Конец текста документа.',
    ])
    const after = blocksFrom([
      'Начало текста документа.',
      'Одинаковый абзац о сроках подачи.',
      'Конец текста документа.',
    ])
    const statuses = resolveAll(before, after, [
      quote(before, 1, 'Одинаковый'),
      quote(before, 2, 'Одинаковый'),
    ]).map(({ status }) => status)
    expect(statuses).toContain('ambiguous')
    expect(statuses.filter((status) => status === 'exact').length).toBeLessThan(2)
  })

  test('a table and its rows follow their cells', () => {
    const table = (texts: string[][]): AnchorBlock[] => {
      const tableId = uuidv7()
      const rows = texts.flatMap((row, r) => {
        const rowId = uuidv7()
        const cells = row.map((text, c) => ({
          blockId: uuidv7(),
          parentId: rowId,
          kind: 'cell',
          text,
          address: `табл. 1, строка ${r + 1}, графа ${c + 1}`,
        }))
        return [
          { blockId: rowId, parentId: tableId, kind: 'row', text: '', address: `табл. 1, строка ${r + 1}` },
          ...cells,
        ]
      })
      return [{ blockId: tableId, parentId: null, kind: 'table', text: '', address: 'табл. 1' }, ...rows]
    }
    const before = table([
      ['Показатель', 'Значение'],
      ['Доля экспертов, прошедших обучение', '80 %'],
      ['Число экспертиз за год', '12'],
    ])
    const after = table([
      ['Показатель', 'Значение'],
      ['Новый показатель открытости', '5'],
      ['Доля экспертов, прошедших обучение', '85 %'],
      ['Число экспертиз за год', '12'],
    ])
    const row = before[4] as AnchorBlock
    const anchors = [
      anchorOf(before, {
        fromBlockId: row.blockId,
        fromOffset: 0,
        toBlockId: row.blockId,
        toOffset: 0,
      }) as Evidence,
    ]
    const [place] = resolveAll(before, after, anchors)
    expect(after.find(({ blockId }) => blockId === place?.fromBlockId)?.address).toBe('табл. 1, строка 3')
  })

  test('each of 5,000 passages over a hundred pages gets a place, in their order', () => {
    const texts = fc
      .sample(
        paragraphs(2, 2).map(([text]) => text ?? ''),
        { numRuns: 1200, seed: 7 },
      )
      .map((text, at) => `${text} Пункт ${at * 31}.`)
    const before = blocksFrom(texts)
    const after = reuploaded(before).flatMap((block, at) =>
      at % 11 === 0
        ? []
        : [{ ...block, text: at % 7 === 0 ? block.text.replace(/ и /g, ' или ') : block.text }],
    )
    const anchors = passages(
      before,
      Array.from({ length: 5000 }, (_, i) => [i * 13, i * 101, i * 7 + 1]),
    )
    const places = resolveAll(before, after, anchors)
    const left = new Set(after.map(({ blockId }) => blockId))
    expect(places).toHaveLength(anchors.length)
    for (const place of places) if (place.fromBlockId) expect(left).toContain(place.fromBlockId)
    expect(new Set(places.map(({ status }) => status)).size).toBeGreaterThan(2)
  })
})
