import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOf } from '#app/domain/panels/agreement/agreement.ts'
import { alphaOf, type Marks, type Scale } from '#app/domain/panels/agreement/alpha.ts'
import { intervalOf } from '#app/domain/panels/agreement/bootstrap.ts'
import { documentAgreement } from '#app/domain/panels/agreement/of-document.ts'
import { adjusted, placesOf } from '#app/domain/panels/agreement/severity.ts'
import { spreadOf } from '#app/domain/panels/agreement/spread.ts'
import { type Fraction, fraction, numeric, printed } from '#app/domain/panels/fractions.ts'

/** Judges in lines, as the paper prints them; `.` is a missing mark. */
const printedMarks = (...judges: string[]): Marks => {
  const lines = judges.map((line) => line.split(' '))
  return (lines[0] as string[]).map((_, at) =>
    lines.map((line) => (line[at] === '.' ? null : Number.parseInt(line[at] as string, 36))),
  )
}
const alpha = (marks: Marks, scale: Scale) => {
  const found = alphaOf(marks, scale)
  return typeof found === 'string' ? found : numeric(found)
}

// Krippendorff 2011, sections A to D.
const binary = printedMarks('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0')
const letters = printedMarks('a a b b d c c c e d d a', 'b a b b b c c c e d d d')
const four = printedMarks(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
)

describe("Krippendorff's alpha", () => {
  test('gives the figures of the published examples', () => {
    expect(alpha(binary, 'nominal')).toBeCloseTo(0.095, 3)
    expect(alpha(letters, 'nominal')).toBeCloseTo(0.692, 3)
    expect(alpha(four, 'nominal')).toBeCloseTo(0.743, 3)
    expect(alpha(four, 'ordinal')).toBeCloseTo(0.815, 3)
    expect(alpha(four, 'interval')).toBeCloseTo(0.849, 3)
  })

  test('is an exact fraction', () => {
    expect(printed(alphaOf(binary, 'nominal') as Fraction)).toBe('2/21')
  })

  test('says that there are no data instead of a number', () => {
    expect(alpha([], 'ordinal')).toBe('no-pairs')
    expect(alpha([[3], [4]], 'interval')).toBe('no-pairs')
    expect(alpha([[null, null]], 'nominal')).toBe('no-pairs')
    expect(alpha([[3, null], [null, 4]], 'interval')).toBe('no-pairs') // biome-ignore format: one matrix
    expect(alpha([[2, 2], [2, 2]], 'ordinal')).toBe('no-variation') // biome-ignore format: one matrix
  })

  test('is 1 for full agreement, the same in any order of objects and judges, never above 1', () => {
    const mark = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null })
    const matrix = fc.integer({ min: 1, max: 4 }).chain((judges) => fc.array(fc.array(mark, { minLength: judges, maxLength: judges }), { maxLength: 8 })) // biome-ignore format: one line
    fc.assert(
      fc.property(matrix, fc.constantFrom<Scale>('nominal', 'ordinal', 'interval'), (marks, scale) => {
        const value = alpha(marks, scale)
        expect(alpha([...marks].reverse(), scale)).toBe(value)
        expect(
          alpha(
            marks.map((row) => [...row].reverse()),
            scale,
          ),
        ).toBe(value)
        if (typeof value === 'number') expect(value).toBeLessThanOrEqual(1)
        const same = marks.map((row) => row.map(() => row[0] ?? null))
        expect([1, 'no-pairs', 'no-variation']).toContain(alpha(same, scale))
      }),
    )
  })

  test('interval marks may have decimals', () => {
    const halves = four.map((row) => row.map((mark) => (mark === null ? null : mark / 10)))
    expect(alpha(halves, 'interval')).toBe(alpha(four, 'interval'))
  })
})

describe('the interval of alpha', () => {
  test('holds alpha, is the same for the same seed and another for another', () => {
    const found = intervalOf(four, 'interval', 'лист 1', 400)
    expect(found?.low).toBeLessThan(0.849)
    expect(found?.high).toBeGreaterThan(0.849)
    expect(intervalOf(four, 'interval', 'лист 1', 400)).toEqual(found)
    expect(intervalOf(four, 'interval', 'лист 2', 400)).not.toEqual(found)
  })

  test('warns of a small sample and is silent where there is nothing to judge', () => {
    const settings = { smallSample: 10, samples: 200 }
    expect(agreementOf(four, 'nominal', 's', settings)).toMatchObject({ objects: 11, small: false })
    expect(agreementOf(four.slice(0, 9), 'nominal', 's', settings)).toMatchObject({ objects: 9, small: true })
    expect(agreementOf([[1, 1]], 'nominal', 's', settings)).toEqual({ silence: 'no-variation', objects: 1 })
    expect(intervalOf([[1, 2]], 'nominal', 's', 10)).toBeNull()
  })
})

describe('the everyday rule', () => {
  const marks = (...values: (number | null)[]) => values.map((mark, at) => ({ judge: `э${at + 1}`, mark }))

  test('calls a third expert for two marks apart and a round for more', () => {
    expect(spreadOf(marks(1, 4), 2)?.call).toBe('third-expert')
    expect(spreadOf(marks(1, null, 4), 2)?.call).toBe('third-expert')
    expect(spreadOf(marks(1, 3, 4), 2)?.call).toBe('consensus-round')
    expect(spreadOf(marks(2, 4), 2)?.call).toBeNull()
  })

  test('names the marks that stand apart, never one of two', () => {
    expect(spreadOf(marks(0, 3, 4, 4), 2)?.outlying).toEqual(['э1'])
    expect(spreadOf(marks(0, 5), 2)?.outlying).toEqual([])
    expect(spreadOf(marks(1, 4, 4), 3)?.outlying).toEqual([])
  })

  test('gives the median as a fraction, and nothing for no marks', () => {
    expect(printed(spreadOf(marks(1, 4, null), 9)?.median as Fraction)).toBe('5/2')
    expect(printed(spreadOf(marks(4, 0, 3), 9)?.median as Fraction)).toBe('3/1')
    expect(spreadOf(marks(null, null), 2)).toBeNull()
  })
})

describe('means without the severity of judges', () => {
  const words = (found: ReturnType<typeof adjusted>) =>
    found.objects.map((one) => one && printed(one.adjusted))

  test('finds the additive truth from an incomplete design', () => {
    // objects 10, 12, 14; judges 0, +2, −2
    const found = adjusted([
      [10, 12, null],
      [null, 14, 10],
      [14, null, 12],
    ])
    expect(words(found)).toEqual(['10/1', '12/1', '14/1'])
    expect(found.judges.map((one) => one && printed(one.leniency))).toEqual(['0/1', '2/1', '-2/1'])
    expect(placesOf(found)).toEqual([3, 2, 1])
  })

  test('does not compare what nothing joins', () => {
    const found = adjusted([[1, 2, null, null], [null, null, 4, 5], [null, null, null, null]]) // biome-ignore format: one matrix
    expect(found.parts).toBe(2)
    expect(found.objects.map((one) => one?.part ?? null)).toEqual([0, 1, null])
    expect(placesOf(found)).toEqual([1, 1, null])
  })

  test('one judge leaves the marks as they are; none gives nothing', () => {
    expect(words(adjusted([[3], [5]]))).toEqual(['3/1', '5/1'])
    expect(adjusted([])).toEqual({ objects: [], judges: [], parts: 0 })
    expect(adjusted([[null]]).objects).toEqual([null])
  })

  test('residuals add to nothing for every object and every judge', () => {
    const mark = fc.option(fc.integer({ min: 0, max: 9 }), { nil: null })
    fc.assert(
      fc.property(
        fc.array(fc.array(mark, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 7 }),
        (marks) => {
          const { objects, judges } = adjusted(marks)
          const residual = (object: number, judge: number) => {
            const given = marks[object]?.[judge] ?? null
            const [of, by] = [objects[object], judges[judge]]
            if (given === null || !of || !by) return fraction(0)
            return fraction(
              BigInt(given) * of.adjusted.d * by.leniency.d -
                of.adjusted.n * by.leniency.d -
                by.leniency.n * of.adjusted.d,
              of.adjusted.d * by.leniency.d,
            )
          }
          const total = (all: Fraction[]) =>
            all.reduce((sum, { n, d }) => fraction(sum.n * d + n * sum.d, sum.d * d), fraction(0))
          for (const [object] of marks.entries())
            expect(total([0, 1, 2, 3].map((judge) => residual(object, judge))).n).toBe(0n)
          for (const judge of [0, 1, 2, 3])
            expect(total(marks.map((_, object) => residual(object, judge))).n).toBe(0n)
        },
      ),
    )
  })

  test('many judges are solved in doubles, to a millionth', () => {
    const count = 70
    const marks = Array.from({ length: count }, (_, object) =>
      Array.from({ length: count }, (_, judge) =>
        (object - judge + count) % count < 2 ? 20 + object + (judge % 3) : null,
      ),
    )
    const { objects } = adjusted(marks)
    const mean =
      Array.from({ length: count }, (_, judge) => judge % 3).reduce((sum, by) => sum + by, 0) / count
    for (const [at, one] of objects.entries())
      expect(numeric(one?.adjusted as Fraction)).toBeCloseTo(20 + at + mean, 4)
  })
})

describe('agreement on one document', () => {
  const criterion = (code: string, ...marks: (number | null)[]) => ({
    ...{ code, title: code, weight: 1, scale: [], median: null, spread: null },
    marks: marks.map((mark, at) => ({ person: at + 1, mark, reason: '', address: null })),
  })
  const settings = { difference: 1, smallSample: 10, samples: 200 }

  test('names criteria, people and what to do, and warns of few criteria', () => {
    const criteria = [criterion('a', 4, 4, 1), criterion('b', 3, 3, 3), criterion('c', 0, 2, null)]
    const found = documentAgreement(criteria, [1, 2, 3], 'x', settings)
    expect(found.divergences).toEqual([
      { code: 'a', title: 'a', least: 1, most: 4, outlying: [3], call: 'consensus-round' },
      { code: 'c', title: 'c', least: 0, most: 2, outlying: [], call: 'third-expert' },
    ])
    expect(found).toMatchObject({ points: 1, objects: 3, alpha: { small: true } })
  })

  test('has no data where nobody can be compared', () => {
    expect(documentAgreement([criterion('a', 3)], [1], 'x', settings)).toEqual({
      divergences: [],
      points: 1,
      alpha: null,
      objects: 0,
    })
  })
})
