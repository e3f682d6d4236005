import { describe, expect, test } from 'vitest'
import { numberIn } from '#app/domain/reviews/importing/number-formats.ts'
import { abstractNum, imported, lvl, num, numOf, p, wordOf } from '#test/support/word.ts'

const legal = abstractNum(
  1,
  lvl(0, 'decimal', '%1.') +
    lvl(1, 'decimal', '%1.%2.') +
    lvl(2, 'decimal', '%1.%2.%3.') +
    lvl(3, 'russianLower', '%4)'),
)
const numbers = (body: string, numbering: string, styles = '') =>
  imported(wordOf(body, { numbering, ...(styles ? { styles } : {}) })).blocks.map(({ number, text }) => [
    number,
    text,
  ])

describe('printed numbers', () => {
  test('of several levels, restarted by the level above, cited by their address', () => {
    const body =
      p('Общие положения', num(1)) +
      p('Первый', num(1, 1)) +
      p('Второй', num(1, 1)) +
      p('Глубже', num(1, 2)) +
      p('буква', num(1, 3)) +
      p('ещё', num(1, 3)) +
      p('Порядок', num(1)) +
      p('Снова первый', num(1, 1)) +
      p('Без номера')
    const { blocks } = imported(wordOf(body, { numbering: legal + numOf(1, 1) }))
    expect(blocks.map(({ number }) => number)).toEqual([
      '1.',
      '1.1.',
      '1.2.',
      '1.2.1.',
      'а)',
      'б)',
      '2.',
      '2.1.',
      null,
    ])
    expect(blocks.map(({ address }) => address).slice(3, 6)).toEqual([
      'п. 1.2.1',
      'п. 1.2.1, подп. «а»',
      'п. 1.2.1, подп. «б»',
    ])
    expect(blocks.at(-1)?.address).toBe('абз. 9')
  })

  test('a level that was never used prints its first number', () => {
    expect(numbers(p('а', num(1, 1)) + p('б', num(1, 1)), legal + numOf(1, 1))).toEqual([
      ['1.1.', 'а'],
      ['1.2.', 'б'],
    ])
  })

  test('lists of one kind go on; an override of the start begins anew, once', () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const numbering = legal + numOf(1, 1) + numOf(2, 1) + numOf(3, 1, override)
    const body = p('а', num(1)) + p('б', num(2)) + p('в', num(3)) + p('г', num(3)) + p('д', num(1))
    expect(numbers(body, numbering).map(([number]) => number)).toEqual(['1.', '2.', '5.', '6.', '7.'])
  })

  test('an override of a level prints its own text', () => {
    const override = `<w:lvlOverride w:ilvl="0">${lvl(0, 'upperRoman', 'Раздел %1.', '', 3)}</w:lvlOverride>`
    expect(numbers(p('а', num(2)), legal + numOf(2, 1, override))).toEqual([['Раздел III.', 'а']])
  })

  test('a level may go on over the one above, or restart only by a certain one', () => {
    const through = abstractNum(
      1,
      lvl(0, 'decimal', 'Глава %1') + lvl(1, 'decimal', 'Статья %2.', '<w:lvlRestart w:val="0"/>'),
    )
    const body = p('а', num(1)) + p('б', num(1, 1)) + p('в', num(1)) + p('г', num(1, 1))
    const { blocks } = imported(wordOf(body, { numbering: through + numOf(1, 1) }))
    expect(blocks.map(({ number }) => number)).toEqual(['Глава 1', 'Статья 1.', 'Глава 2', 'Статья 2.'])
    expect(blocks.map(({ address }) => address)).toEqual(['глава 1', 'статья 1', 'глава 2', 'статья 2'])
    const byFirst = abstractNum(
      1,
      lvl(0, 'decimal', '%1') +
        lvl(1, 'decimal', '%1.%2') +
        lvl(2, 'decimal', '(%3)', '<w:lvlRestart w:val="1"/>'),
    )
    const further =
      p('а', num(1)) +
      p('б', num(1, 1)) +
      p('в', num(1, 2)) +
      p('г', num(1, 1)) +
      p('д', num(1, 2)) +
      p('е', num(1)) +
      p('ж', num(1, 2))
    expect(numbers(further, byFirst + numOf(1, 1)).map(([number]) => number)).toEqual([
      '1',
      '1.1',
      '(1)',
      '1.2',
      '(2)',
      '2',
      '(1)',
    ])
  })

  test('legal numbering shows figures where levels above have letters', () => {
    const mixed = abstractNum(
      1,
      lvl(0, 'upperRoman', '%1.') +
        lvl(1, 'decimal', '%1.%2.', '<w:isLgl/>') +
        lvl(2, 'decimal', '%1.%2.%3.'),
    )
    expect(
      numbers(p('а', num(1)) + p('б', num(1, 1)) + p('в', num(1, 2)), mixed + numOf(1, 1)).map(([n]) => n),
    ).toEqual(['I.', '1.1.', 'I.1.1.'])
  })

  test('numbers of styles: linked levels, a list style behind a link, numbering switched off', () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="21"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
      '<w:style w:type="numbering" w:styleId="L"><w:name w:val="Список"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>',
    ].join('')
    const numbering =
      abstractNum(
        1,
        lvl(0, 'decimal', '%1.', '<w:pStyle w:val="1"/>') +
          lvl(1, 'decimal', '%1.%2.', '<w:pStyle w:val="21"/>'),
      ) +
      abstractNum(2, '<w:numStyleLink w:val="L"/>') +
      abstractNum(3, `<w:styleLink w:val="L"/>${lvl(0, 'lowerRoman', '%1)')}`) +
      numOf(1, 1) +
      numOf(2, 2) +
      numOf(3, 3)
    const style = (id: string, more = '') => `<w:pStyle w:val="${id}"/>${more}`
    const { blocks } = imported(
      wordOf(
        p('Цели', style('1')) +
          p('Задачи', style('21')) +
          p('Приложение', style('1', '<w:numPr><w:numId w:val="0"/></w:numPr>')) +
          p('через стиль списка', num(2)) +
          p('и далее', num(3)) +
          p('Итоги', style('1')),
        { numbering, styles },
      ),
    )
    expect(blocks.map(({ kind, depth, number }) => [kind, depth, number])).toEqual([
      ['heading', 1, '1.'],
      ['heading', 2, '1.1.'],
      ['heading', 1, null],
      ['paragraph', 0, 'i)'],
      ['paragraph', 0, 'ii)'],
      ['heading', 1, '2.'],
    ])
  })

  test('bullets, dashes, empty numbers and numbers that nobody prints are none', () => {
    const numbering =
      abstractNum(1, lvl(0, 'bullet', '–') + lvl(1, 'bullet', '\uf0b7')) +
      abstractNum(2, lvl(0, 'none', '')) +
      abstractNum(3, lvl(0, 'ideographDigital', '%1.')) +
      numOf(1, 1) +
      numOf(2, 2) +
      numOf(3, 3)
    const result = imported(
      wordOf(
        p('тире', num(1)) +
          p('точка', num(1, 1)) +
          p('пусто', num(2)) +
          p('неизвестно', num(3)) +
          p('нет такого', num(9)),
        { numbering },
      ),
    )
    expect(result.blocks.map(({ kind, number }) => [kind, number])).toEqual([
      ['item', null],
      ['item', null],
      ['paragraph', null],
      ['paragraph', null],
      ['paragraph', null],
    ])
    expect(result.losses).toEqual([{ kind: 'number', count: 1, where: ['абз. 4'] }])
  })

  test('a number without words is words; hidden paragraphs do not count', () => {
    const hidden = `<w:p><w:pPr>${num(1)}<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>тайна</w:t></w:r></w:p>`
    const result = imported(
      wordOf(p('а', num(1)) + p('', num(1)) + hidden + p('б', num(1)), { numbering: legal + numOf(1, 1) }),
    )
    expect(result.blocks.map(({ number, text }) => [number, text])).toEqual([
      ['1.', 'а'],
      [null, '2.'],
      ['3.', 'б'],
    ])
    expect(result.losses.map(({ kind }) => kind)).toEqual(['hidden'])
  })

  test('typed numbers are read, whatever runs they are cut into; a year is none', () => {
    const typed =
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>3.</w:t></w:r><w:r><w:t xml:space="preserve">2. </w:t></w:r><w:r><w:t>Эксперт</w:t></w:r></w:p>'
    const { blocks } = imported(wordOf(typed + p('а) подпункт') + p('2025 год') + p('12) дюжина')))
    expect(blocks.map(({ number, text, address }) => [number, text, address])).toEqual([
      ['3.2.', 'Эксперт', 'п. 3.2'],
      ['а)', 'подпункт', 'п. 3.2, подп. «а»'],
      [null, '2025 год', 'абз. 3'],
      ['12)', 'дюжина', 'п. 12'],
    ])
  })
})

test.each([
  ['russianLower', 29, 'я'],
  ['russianLower', 10, 'к'],
  ['russianUpper', 30, 'АА'],
  ['lowerLetter', 27, 'aa'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['decimalZero', 7, '07'],
  ['lowerRoman', 0, ''],
  ['bullet', 3, ''],
  ['hindiVowels', 1, null],
])('%s prints %i as %j', (format, n, printed) => {
  expect(numberIn(format, n)).toBe(printed)
})
