/** Names of experts are taken out of their words, in any case and with initials; other words stay. */
import { expect, test } from 'vitest'
import { masked } from '#app/domain/panels/contests/ranking/masking.ts'

const names = ['Берёзкина Анна Львовна', 'Ким Олег']

test.each([
  ['Как писала А. Л. Берёзкина, цели ясны', 'Как писала эксперт, цели ясны'],
  ['Согласен с Берёзкиной А.Л., замечаний нет', 'Согласен с эксперт, замечаний нет'],
  ['Берёзкина Анна Львовна уже говорила об этом', 'эксперт уже говорила об этом'],
  ['Во дворе растёт берёза', 'Во дворе растёт берёза'],
  ['Киму не понравилось', 'эксперт не понравилось'],
  ['Химия и кимоно', 'Химия и кимоно'],
])('%s', (words, told) => {
  expect(masked(words, names, 'эксперт')).toBe(told)
})
