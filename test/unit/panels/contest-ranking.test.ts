/** Ranking: exact, indifferent to the order of works, ties shared by the published rule, N/A and missing sheets. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placed } from '#app/domain/panels/contests/ranking/placing.ts'
import { type JudgedWork, scored } from '#app/domain/panels/contests/ranking/scoring.ts'
import { fraction } from '#app/domain/panels/fractions.ts'
import type { Form } from '#app/domain/questionnaires/forms.ts'

const scale = ['0', '1', '2', '3', '4']
const form = {
  title: 'Лист',
  questions: [
    { code: 'a', type: 'scale', title: 'А', required: true, scale, weight: 3 },
    { code: 'b', type: 'scale', title: 'Б', required: true, scale, weight: 1, notApplicable: true },
  ],
} as unknown as Form
const nominations = [{ id: 'n', winners: 1, prizes: 2 }]
const rules = { nominations, by: 'raw' as const, smallBatch: 10 }

const answer = (question: string, value: number | null) => ({
  ...{ question, value, reason: '', notApplicable: value === null, anchorId: null },
})
const work = (code: string, ...sheets: [number, number | null][]): JudgedWork => ({
  ...{ code, nominationId: 'n' },
  sheets: sheets.map(([a, b], at) => ({ person: at + 1, answers: [answer('a', a), answer('b', b)] })),
})
const rank = (works: readonly JudgedWork[], change = {}) =>
  placed(
    works.map((one) => scored(form, one)),
    { ...rules, ...change },
  )
const places = (works: readonly JudgedWork[]) =>
  new Map(rank(works).works.map(({ code, place }) => [code, place]))

test('a score is what weights earn, a criterion that does not apply leaves both parts', () => {
  const [first] = rank([work('1', [4, 0], [2, null])]).works
  // 12 of 16, and 6 of 12
  expect(first?.sheets.map(({ score }) => score)).toEqual([fraction(75), fraction(50)])
  expect(first?.score).toEqual(fraction(125, 2))
})

test('at one score the higher median is before, then the higher lowest; then the place is shared and one is skipped', () => {
  const works = [
    work('mean', [4, 4], [2, 2], [0, 0]), // 50, median 50, least 0
    work('same', [0, 0], [4, 4], [2, 2]), // the same
    work('even', [2, 2], [2, 2], [2, 2]), // 50, median 50, least 50
    work('high', [3, 3], [3, 3], [0, 0]), // 50, median 75
    work('last', [1, 1]),
  ]
  const found = rank(works)
  expect(new Map(found.works.map(({ code, place }) => [code, place]))).toEqual(
    new Map([
      ['high', 1],
      ['even', 2],
      ['mean', 3],
      ['same', 3],
      ['last', 5],
    ]),
  )
  expect(found.works.map(({ award }) => award)).toEqual(['prize', 'prize', 'prize', 'winner', 'none'])
})

test('a work without sheets, or where nothing applies, has no place and moves nobody', () => {
  const none = work('none')
  const empty: JudgedWork = {
    code: 'na',
    nominationId: 'n',
    sheets: [{ person: 1, answers: [answer('b', null)] }],
  }
  const found = places([none, empty, work('one', [1, 1])])
  expect([found.get('none'), found.get('na'), found.get('one')]).toEqual([null, null, 1])
})

test('an upheld appeal stands in the place of all marks on its criterion, others stay', () => {
  const [before] = rank([work('1', [1, 4], [2, 4])]).works
  const [after] = rank([{ ...work('1', [1, 4], [2, 4]), decided: { a: 4 } }]).works
  expect(after?.score).toEqual(fraction(100))
  expect(before?.score).not.toEqual(after?.score)
})

test('severity is cleared only from a batch that is large and joined; places stay raw unless settings say otherwise', () => {
  // a severe and a mild expert, each work by both or by one: the truth rises with the number
  const mark = (truth: number, person: number) => Math.min(4, Math.max(0, truth + (person === 1 ? -1 : 1)))
  const works: JudgedWork[] = Array.from({ length: 12 }, (_, at) => ({
    ...{ code: String(at), nominationId: 'n' },
    sheets: (at % 3 === 0 ? [1, 2] : at % 3 === 1 ? [1] : [2]).map((person) => {
      const given = mark(at % 2 === 0 ? 2 : 1, person)
      return { person, answers: [answer('a', given), answer('b', given)] }
    }),
  }))
  expect(rank(works.slice(0, 9)).silence).toBe('small')
  const found = rank(works)
  expect(found.silence).toBeNull()
  expect(found.by).toBe('raw')
  const [severe, mild] = found.leniency ?? []
  expect((severe?.by ?? 0) < 0 && (mild?.by ?? 0) > 0).toBe(true)
  expect(rank(works, { by: 'adjusted' }).by).toBe('adjusted')
  const apart = works.map((one, at) => ({
    ...one,
    sheets: one.sheets.map((sheet) => ({ ...sheet, person: at })),
  }))
  expect(rank(apart).silence).toBe('apart')
})

const marks = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.option(fc.integer({ min: 0, max: 4 }))), {
  maxLength: 4,
})
const batch = fc.array(marks, { minLength: 1, maxLength: 14 })

test('the order of works and of sheets changes no place', () => {
  fc.assert(
    fc.property(batch, fc.integer(), (all, seed) => {
      const works = all.map((sheets, at) => work(String(at), ...(sheets as [number, number | null][])))
      const shuffled = [...works].sort(
        (a, b) => Math.sin(seed + Number(a.code)) - Math.sin(seed + Number(b.code)),
      )
      const turned = shuffled.map((one) => ({ ...one, sheets: [...one.sheets].reverse() }))
      const [one, other] = [places(works), places(turned)]
      for (const [code, place] of one) expect(other.get(code)).toBe(place)
    }),
  )
})

test('places begin with one, agree with the scores, and leave as many out as share one', () => {
  fc.assert(
    fc.property(batch, (all) => {
      const { works } = rank(
        all.map((sheets, at) => work(String(at), ...(sheets as [number, number | null][]))),
      )
      const known = works.flatMap(({ place }) => (place === null ? [] : [place])).sort((a, b) => a - b)
      known.forEach((place, at) => {
        expect(place).toBe(at > 0 && known[at - 1] === place ? place : at + 1)
      })
      for (const { score, place, range } of works) {
        expect(score === null).toBe(place === null)
        if (range) expect(range[0]).toBeLessThanOrEqual(range[1])
      }
    }),
  )
})
