import { describe, expect, test } from 'vitest'
import { type Range, resolveAll } from '#app/domain/reviews/anchors/anchoring.ts'
import { heaviestChain } from '#app/domain/reviews/anchors/chain.ts'
import { evidence, quote, wordsAt } from './passages.ts'
import { blocksFrom } from './texts.ts'

const head = '№ п/п Наименование мероприятия Исполнители Сроки Ожидаемый результат'
const rows = [
  'Обновление комплекта документов сообщества и порядка ведения реестра экспертов',
  'Диагностика профессиональных дефицитов претендентов на включение в реестр',
]

describe('order is evidence', () => {
  test('of two equal headings each stays with its table, though both were changed', () => {
    const before = blocksFrom(['Организационное обеспечение', head, ...rows, 'Информация', head, 'Сайт'])
    const after = blocksFrom([
      'Организационное обеспечение',
      '№ Меры Исполнители Сроки Итог работы',
      ...rows,
      'Информация',
      head.replace('Сроки', 'Срок исполнения'),
      'Сайт',
    ])
    const places = resolveAll(before, after, [
      quote(before, 1, 'Исполнители'),
      evidence(before, 5, 0, 5, head.length),
    ])
    expect(
      places.map(({ fromBlockId }) => after.findIndex(({ blockId }) => blockId === fromBlockId)),
    ).toEqual([1, 5])
  })

  test('a paragraph before a merged one keeps its own place', () => {
    const list = ['оценки механизмов управления качеством образования', 'аттестации педагогов', 'ВПР и РИКО']
    const before = blocksFrom(list.map((what) => `экспертная деятельность в рамках ${what};`))
    const after = blocksFrom([
      `${before[0]?.text} ${before[1]?.text}`,
      'экспертная работа в рамках проверочных работ и РИКО;',
    ])
    const [place] = resolveAll(before, after, [quote(before, 2, 'РИКО')])
    expect(place).toMatchObject({ fromBlockId: after[1]?.blockId })
  })

  test('the heaviest chain keeps order on both sides and takes what is worth most', () => {
    const item = (o: number, n: number, gain: number, [oLast, nLast] = [o, n]) => ({
      o,
      oLast,
      n,
      nLast,
      gain,
    })
    const [crossing, a, b, wide] = [item(0, 1, 5), item(0, 0, 3), item(1, 1, 3), item(2, 2, 4, [2, 3])]
    expect(heaviestChain([crossing, a, b, wide, item(3, 3, 1)], 4)).toEqual([a, b, wide])
    expect(heaviestChain([], 4)).toEqual([])
  })
})

describe('margin', () => {
  const words = 'Мониторинг результативности сообщества проводится ежегодно региональным оператором реестра.'
  const before = blocksFrom([
    'Вводная часть положения.',
    words,
    'Координация и анализ итогов года.',
    'Конец.',
  ])

  test('the very words elsewhere and a rewriting in their place: somebody has to look', () => {
    const after = blocksFrom([
      'Вводная часть положения.',
      'Мониторинг результативности экспертов ведётся постоянно региональным оператором Концепции.',
      'Координация и анализ итогов года.',
      'Конец.',
      words,
    ])
    const [place] = resolveAll(before, after, [quote(before, 1, 'ежегодно')])
    expect(place?.status).toBe('ambiguous')
    const shown = place?.candidates?.map(({ blockId }) =>
      after.findIndex((block) => block.blockId === blockId),
    )
    expect(shown).toEqual([4, 1])
  })

  test('the very words elsewhere and nothing in their place: moved', () => {
    const after = blocksFrom([
      'Вводная часть положения.',
      'Координация и анализ итогов года.',
      'Конец.',
      words,
    ])
    const [place] = resolveAll(before, after, [quote(before, 1, 'ежегодно')])
    expect(place).toMatchObject({ status: 'moved', fromBlockId: after[3]?.blockId })
  })
})

test('the second half of a split paragraph is found where it was glued to the next one', () => {
  const [first, second, third] = [
    'Паспорт национального проекта утверждён президиумом Совета по стратегическому развитию,',
    'протокол заседания подписан председателем двадцать четвёртого декабря.',
    'Государственная программа утверждена постановлением Правительства Российской Федерации.',
  ]
  const before = blocksFrom([`${first} ${second}`, third])
  const after = blocksFrom([first, `${second} ${third}`])
  const [whole, next] = resolveAll(before, after, [
    evidence(before, 0, 0, 0, before[0]?.text.length ?? 0),
    evidence(before, 1, 0, 1, third.length),
  ])
  expect(whole?.status).toBe('split')
  expect(
    whole?.parts?.map(({ blockId, from, to }) =>
      after.find((b) => b.blockId === blockId)?.text.slice(from, to),
    ),
  ).toEqual([first, second])
  expect(wordsAt(after, next as Range)).toBe(third)
})
