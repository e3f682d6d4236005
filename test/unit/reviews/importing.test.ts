import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '#app/domain/reviews/anchors/normalising.ts'
import { discussionState, stageNow, stagesFault } from '#app/domain/reviews/course/staging.ts'
import { slugOf } from '#app/domain/reviews/slugs.ts'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { docFromMarkdown, docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { leadingNumber } from '#app/domain/reviews/texts/numbers.ts'
import { checkDoc, type DocJson } from '#app/editor/check.ts'

const limits = { characters: 1_500_000 }
const shape = (doc: DocJson) =>
  blocksOf(doc).map(({ kind, number, address, text }) => [kind, number, address, text])

describe('Markdown', () => {
  test('headings, printed numbers, lists and tables become addressed units', () => {
    const { doc, losses } = docFromMarkdown(
      [
        '## III. Порядок работы',
        '',
        'Первый абзац **важный** и [ссылка](https://example.org/a).',
        '',
        '3.2. Эксперт подписывает лист.',
        '',
        'а) в бумажном виде;',
        '',
        '1\\. В части управления:',
        '',
        '- пункт без номера',
        '',
        '| Показатель | Значение |',
        '| --- | --- |',
        '| Доля |  |',
        '| Число | 12<br>13 |',
      ].join('\n'),
    )
    expect(losses).toEqual([])
    expect(checkDoc(doc, limits).fault).toBeUndefined()
    expect(shape(doc)).toEqual([
      ['heading', 'III.', 'раздел III', 'Порядок работы'],
      ['paragraph', null, 'раздел III, абз. 1', 'Первый абзац важный и ссылка.'],
      ['paragraph', '3.2.', 'п. 3.2', 'Эксперт подписывает лист.'],
      ['paragraph', 'а)', 'п. 3.2, подп. «а»', 'в бумажном виде;'],
      ['paragraph', '1.', 'раздел III, п. 1', 'В части управления:'],
      ['item', null, 'раздел III, абз. 5', 'пункт без номера'],
      ['table', null, 'табл. 1', ''],
      ['row', null, 'табл. 1, строка 1', ''],
      ['cell', null, 'табл. 1, строка 1, графа 1', 'Показатель'],
      ['cell', null, 'табл. 1, строка 1, графа 2', 'Значение'],
      ['row', null, 'табл. 1, строка 2', ''],
      ['cell', null, 'табл. 1, строка 2, графа 1', 'Доля'],
      ['row', null, 'табл. 1, строка 3', ''],
      ['cell', null, 'табл. 1, строка 3, графа 1', 'Число'],
      ['cell', null, 'табл. 1, строка 3, графа 2', '12'],
      ['cell', null, 'табл. 1, строка 3, графа 2', '13'],
    ])
    const [, first] = blocksOf(doc)
    expect(first?.data.marks).toEqual([
      { from: 13, to: 19, type: 'bold' },
      { from: 22, to: 28, type: 'link', href: 'https://example.org/a' },
    ])
  })

  test('what cannot be kept is counted, what is dangerous is dropped', () => {
    const { doc, losses } = docFromMarkdown(
      '![схема](a.png) Текст [щёлкни](javascript:alert(1)) ~~лишнее~~\n\n<script>alert(1)</script>\n\n---\n\nЕщё\u0000 слово',
    )
    expect(losses.map(({ kind, count }) => [kind, count]).sort()).toEqual([
      ['control', 1],
      ['html', 1],
      ['image', 1],
      ['link', 1],
      ['rule', 1],
      ['strike', 1],
    ])
    expect(JSON.stringify(doc)).not.toMatch(/javascript|script>/)
    expect(checkDoc(doc, limits).fault).toBeUndefined()
  })

  test('any text gives a document that passes the gate', () => {
    const piece = fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '> ',
      '|',
      '\n',
      '\n\n',
      '**',
      '<b>',
      '`',
      '[a](b)',
      'слово',
      ' ',
      '3.2. ',
      '---',
      '\u202e',
      '😀',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        for (const { doc } of [docFromMarkdown(pieces.join('')), docFromPlain(pieces.join(''))]) {
          const fault = checkDoc(doc, limits).fault
          expect([undefined, 'document-empty']).toContain(fault)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('plain text', () => {
  test('blank lines divide paragraphs, printed numbers are kept and none is invented', () => {
    const { doc } = docFromPlain(
      'Вводный абзац\nвторая строка.\r\n\r\n1. Первый пункт\n1.1. Подпункт\n\nВ 2025 году сделано много.',
    )
    expect(shape(doc)).toEqual([
      ['paragraph', null, 'абз. 1', 'Вводный абзац\nвторая строка.'],
      ['paragraph', '1.', 'п. 1', 'Первый пункт'],
      ['paragraph', '1.1.', 'п. 1.1', 'Подпункт'],
      ['paragraph', null, 'абз. 4', 'В 2025 году сделано много.'],
    ])
  })

  test.each([
    ['3.2. Слово', '3.2.'],
    ['3.2 Слово', '3.2'],
    ['12) Слово', '12)'],
    ['а) слово', 'а)'],
    ['IV. Слово', 'IV.'],
    ['2025 год', null],
    ['12.5 % детей', null],
    ['С. Петров', null],
    ['1.', null],
  ])('the number of %j is %j', (text, number) => {
    expect(leadingNumber(text)?.number ?? null).toBe(number)
  })
})

test('normalising maps every character back into the original', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const { text: norm, begins, ends } = normalise(text)
      expect(normalise(norm).text).toBe(norm)
      for (let i = 0; i < norm.length; i += 1) {
        expect(begins[i] ?? -1).toBeLessThan(ends[i] ?? -1)
        expect(ends[i] ?? Number.NaN).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})

test('a stage lasts to midnight in the zone; overlaps and empty plans are refused', () => {
  const stages = [
    { kind: 'notice' as const, firstDay: '2026-03-01', lastDay: '2026-03-02' },
    { kind: 'discussion' as const, firstDay: '2026-03-04', lastDay: '2026-03-10' },
  ]
  const zone = 'Asia/Yekaterinburg'
  const at = (moment: string) => stageNow(stages, new Date(moment), zone)
  expect(at('2026-03-10T18:59:59Z')).toMatchObject({ stage: { kind: 'discussion' }, daysLeft: 0 })
  expect(at('2026-03-10T19:00:00Z')).toEqual({ stage: null, progress: 'over', daysLeft: null })
  expect(at('2026-03-03T09:00:00Z').progress).toBe('between')
  expect(discussionState(stages, new Date('2026-03-02T09:00:00Z'), zone)).toBe('not-open')
  expect(discussionState(stages, new Date('2026-03-11T09:00:00Z'), zone)).toBe('closed')
  expect(stagesFault([])).toBe('stages-empty')
  // a summary that came early ends the talk, whatever days were left
  const closed = { pausedAt: null, cancelledAt: null, closedAt: new Date('2026-03-05T09:00:00Z') }
  const day = new Date('2026-03-06T09:00:00Z')
  expect([discussionState(stages, day, zone), discussionState(stages, day, zone, closed)]).toEqual([
    'open',
    'closed',
  ])
  expect(stageNow(stages, day, zone, closed)).toEqual({ stage: null, progress: 'over', daysLeft: null })
})

test('slugs are Latin, short and never empty', () => {
  expect(slugOf('Порядок ведения реестра экспертов')).toBe('poryadok-vedeniya-reestra-ekspertov')
  expect(slugOf('Съезд ещё не объявлен')).toBe('sezd-eshche-ne-obyavlen')
  expect(slugOf('«…»')).toBe('draft')
  expect(slugOf('щ'.repeat(500)).length).toBeLessThanOrEqual(60)
})

test.each([
  ['quotes', `${'>'.repeat(5000)} слово`],
  ['lists', Array.from({ length: 1500 }, (_, at) => `${' '.repeat(at * 2)}- слово`).join('\n')],
  ['numbers', `${'1. '.repeat(5000)}слово`],
  ['stars and underscores', '_слово__другое'.repeat(40_000)],
])(
  '%s without end are read, not weighed for minutes',
  (_, markdown) => {
    expect(JSON.stringify(docFromMarkdown(markdown).doc)).toContain('слово')
  },
  20_000,
)
