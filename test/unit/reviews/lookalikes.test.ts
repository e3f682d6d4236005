/** A passage follows its own words through the versions, never equal words elsewhere, and is not stretched to survive. */
import { expect, test } from 'vitest'
import { resolveAll } from '#app/domain/reviews/anchors/anchoring.ts'
import { quote, wordsAt } from './passages.ts'
import { blocksFrom } from './texts.ts'

const before = blocksFrom([
  'Настоящий порядок вводится для образовательных организаций области.',
  'Заявление подаётся в бумажном виде лично заявителем; ответ даётся в течение тридцати дней.',
  'Решение комиссии оформляется протоколом, который подписывает председатель.',
  'Жалоба на решение подаётся в бумажном виде в министерство.',
])

test('words that were cut out of their paragraph do not land on equal words of another', () => {
  const after = before.map((block, at) =>
    at === 1 ? { ...block, text: 'Заявление подаётся; ответ даётся в течение тридцати дней.' } : block,
  )
  const [cut, twin] = resolveAll(before, after, [
    quote(before, 1, 'в бумажном виде'),
    quote(before, 3, 'в бумажном виде'),
  ])
  expect(cut).toMatchObject({ status: 'deleted', fromBlockId: after[1]?.blockId })
  expect(cut?.fromOffset).toBe(cut?.toOffset)
  expect(twin).toMatchObject({ status: 'exact', fromBlockId: after[3]?.blockId })
})

test('two passages of equal words stay apart when a paragraph is put between and before them', () => {
  const after = blocksFrom([
    'Этот пункт говорит о том, что подаётся в бумажном виде.',
    ...before.slice(0, 2).map(({ text }) => text),
    'Уведомление также направляется в бумажном виде.',
    ...before.slice(2).map(({ text }) => text),
  ])
  const places = resolveAll(before, after, [
    quote(before, 1, 'в бумажном виде'),
    quote(before, 3, 'в бумажном виде'),
  ])
  expect(places.map(({ status }) => status)).toEqual(['exact', 'exact'])
  expect(places.map(({ fromBlockId }) => fromBlockId)).toEqual([after[2]?.blockId, after[5]?.blockId])
})

test('a passage of which one small word is left is deleted, though its paragraph stayed', () => {
  const words = 'лично заявителем; ответ даётся в течение тридцати дней'
  for (const text of [
    'Заявление подаётся в бумажном виде лично. Копия хранится в архиве организации пять лет.',
    'Заявление подаётся почтой, срок рассмотрения десять дней. Копия хранится в архиве организации пять лет.',
  ]) {
    const long = before.map((block, at) =>
      at === 1 ? { ...block, text: `${block.text} Копия хранится в архиве организации пять лет.` } : block,
    )
    const after = long.map((block, at) => (at === 1 ? { ...block, text } : block))
    const [place] = resolveAll(long, after, [quote(long, 1, words)])
    expect(place).toMatchObject({ status: 'deleted', fromBlockId: after[1]?.blockId })
    expect(wordsAt(after, place as NonNullable<typeof place>)).toBe('')
    expect(place?.score).toBeGreaterThan(0)
  }
})
