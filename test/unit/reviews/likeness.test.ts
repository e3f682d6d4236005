import { expect, test } from 'vitest'
import { alikeGroups, likeness } from '#app/domain/reviews/decisions/likeness.ts'

const limits = { alike: 0.4, copies: 0.85 }
const text = (id: string, words: string) => ({ id, stems: [...new Set(words.split(' '))] })
const noise = Array.from({ length: 20 }, (_, at) => text(`n${at}`, `шум${at} слово${at} прочее${at} общее`))

test('the order of words does not matter, rare words weigh more, short assent is no argument', () => {
  const texts = [
    text('a', 'срок заполнен лист мал увелич пят дней'),
    text('b', 'увелич пят дней срок заполнен лист мал'),
    text('c', 'срок заполнен лист увелич'),
    text('d', 'согласн'),
    text('e', 'согласн'),
    ...noise,
  ]
  const groups = alikeGroups(texts, limits)
  expect(groups).toEqual([{ ids: ['a', 'b'], score: 1, copies: true }])
  const without = alikeGroups(
    texts.filter(({ id }) => id !== 'b'),
    limits,
  )
  expect(without).toMatchObject([{ ids: ['a', 'c'], copies: false }])
})

test('a campaign of thousands is one group, whatever each adds of the own', () => {
  const texts = Array.from({ length: 3000 }, (_, at) =>
    text(`k${at}`, `призыва отклон документ целик котор вред школ учител${at % 3} подпис${at}`),
  )
  const [campaign, ...others] = alikeGroups([...texts, ...noise], limits)
  expect(campaign?.ids).toHaveLength(3000)
  expect(others).toEqual([])
})

test('likeness is the shared weight of all weight', () => {
  expect(likeness(['a', 'b'], ['b', 'a'], () => 1)).toBe(1)
  expect(likeness(['a'], ['b'], () => 1)).toBe(0)
  expect(likeness(['a', 'b'], ['b', 'c'], (stem) => (stem === 'b' ? 2 : 1))).toBe(0.5)
  expect(likeness([], [], () => 1)).toBe(0)
})
