/** A change of some letters becomes one of whole words, so that it can be read alone. */
import { expect, test } from 'vitest'
import { widen } from '#app/domain/reviews/word/widening.ts'

test('a change is widened to whole words that can stand alone', () => {
  const cases: [string, number, number, string, [string, string]][] = [
    ['один два три', 5, 8, 'ДВА', ['два', 'ДВА']],
    ['один два три', 4, 8, '', ['один два', 'один']],
    ['один два три', 6, 7, 'ы', ['два', 'дыа']],
    ['один два три', 12, 12, ' четыре', ['три', 'три четыре']],
    ['один два', 0, 0, 'ноль ', ['один', 'ноль один']],
    ['один  два', 5, 5, 'и ', ['один  два', 'один и  два']],
    ['один', 0, 4, '', ['один', '']],
  ]
  for (const [text, from, to, replacement, [old, fresh]] of cases) {
    const made = widen(text, [{ from, to, replacement }])
    expect([text.slice(made.from, made.to), made.replacement], `${text} ${from}-${to}`).toEqual([old, fresh])
  }
})
