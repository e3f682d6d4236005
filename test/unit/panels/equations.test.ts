import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fraction, plus, printed, times, zero } from '#app/domain/panels/fractions.ts'
import { solvedExactly } from '#app/domain/panels/lottery/equations.ts'

test('the exact solution of equations, or none', () => {
  const half = solvedExactly([[2, 1], [1, 3], [3, 4]], [fraction(1), fraction(1, 2), fraction(3, 2)]) // biome-ignore format: one line
  expect(half?.map(printed)).toEqual(['1/2', '0/1'])
  expect(solvedExactly([[1, 1], [2, 2]], [fraction(1), fraction(2)])).toBeNull() // biome-ignore format: one line
  expect(solvedExactly([[1], [1]], [fraction(1), fraction(2)])).toBeNull()
})

test('what was put in comes out', () => {
  const whole = fc.integer({ min: -5, max: 5 })
  const square = fc.array(fc.array(whole, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 })
  const values = fc.array(fc.tuple(whole, fc.integer({ min: 1, max: 9 })), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(square, values, (rows, parts) => {
      const x = parts.map(([n, d]) => fraction(n, d))
      const right = rows.map((row) =>
        row.reduce((sum, value, at) => plus(sum, times(fraction(value), x[at] ?? zero)), zero),
      )
      const found = solvedExactly(rows, right)
      if (found) expect(found.map(printed)).toEqual(x.map(printed))
    }),
  )
})
