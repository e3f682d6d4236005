import { expect, test } from 'vitest'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { cite } from '#app/domain/reviews/texts/citing.ts'
import { docFromMarkdown } from '#app/domain/reviews/texts/importing.ts'

const units = blocksOf(
  docFromMarkdown(`# I. Общие положения

1. Порядок определяет правила.

2. Порядок применяется к проектам.

Абзац без номера.

# III. Экспертиза

1. Экспертиза проводится группой.

3.2. Эксперт заполняет лист в три дня.

а) лист подписывают;

б) лист хранят.

# Приложение 2

Форма листа.
`).doc,
)
const addressOf = (reference: string) => {
  const cited = cite(reference, units)
  const address = (id: string) => units.find(({ blockId }) => blockId === id)?.address
  if (cited.found === 'unit') return address(cited.blockId)
  return cited.found === 'several' ? cited.blockIds.map(address) : cited.found
}

test.each([
  ['п. 3.2', 'п. 3.2'],
  ['П.3.2.', 'п. 3.2'],
  ['пункт 3.2', 'п. 3.2'],
  ['пункта № 3.2 раздела III', 'п. 3.2'],
  ['3.2', 'п. 3.2'],
  ['раздел III, п. 1', 'раздел III, п. 1'],
  ['пункт 1 раздела III', 'раздел III, п. 1'],
  ['Раздел I', 'раздел I'],
  ['III', 'раздел III'],
  ['подпункт «а» пункта 3.2', 'п. 3.2, подп. «а»'],
  ['пп. «б» п. 3.2', 'п. 3.2, подп. «б»'],
  ['раздел I, абзац 3', 'раздел I, абз. 3'],
  ['абз. 3 разд. I', 'раздел I, абз. 3'],
  ['Приложение № 2', 'приложение 2'],
  ['По всему тексту', 'document'],
  ['документ в целом', 'document'],
  ['Общее замечание', 'document'],
  ['ко всему проекту в целом', 'document'],
])('%s is %s', (reference, address) => {
  expect(addressOf(reference)).toBe(address)
})

test('a reference that fits several places, or a place inside a known one, is a question', () => {
  expect(addressOf('п. 1')).toEqual(['раздел I, п. 1', 'раздел III, п. 1'])
  expect(addressOf('пп. 2 и 3.2')).toEqual(['раздел I, п. 2', 'п. 3.2'])
  expect(addressOf('абзац 2 пункта 3.2')).toEqual(['п. 3.2', 'п. 3.2, подп. «а»', 'п. 3.2, подп. «б»'])
})

test.each(['', 'стр. 5', 'п. 9.9', 'раздел IX', 'преамбула', '<script>', '45690'])(
  '«%s» is found nowhere',
  (reference) => {
    expect(addressOf(reference)).toBe('nothing')
  },
)

test('a long or a twisted reference ends', () => {
  expect(addressOf('п. 1, '.repeat(5000))).toEqual(['раздел I, п. 1', 'раздел III, п. 1'])
  expect(addressOf('пп. '.repeat(20_000))).toBe('nothing')
  expect(addressOf('«'.repeat(100_000))).toBe('nothing')
})
