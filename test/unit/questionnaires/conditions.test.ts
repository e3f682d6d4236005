import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conditionFaults, shownIn } from '#app/domain/questionnaires/conditions.ts'
import { compareDecimals, decimalOf, meanOf } from '#app/domain/questionnaires/decimals.ts'
import { answersIn, fieldsOf, typedIn, typedOf } from '#app/domain/questionnaires/fields.ts'
import type { Form, Question } from '#app/domain/questionnaires/forms.ts'
import { sendingFaults } from '#app/domain/questionnaires/sending.ts'
import { crossOf, tally } from '#app/domain/questionnaires/tallying.ts'

const options = [
  { code: 'o1', title: 'да' },
  { code: 'o2', title: 'нет' },
]
const one = (code: string, change: Partial<Question> = {}): Question => ({
  ...{ code, type: 'one', title: code, required: false, options },
  ...change,
})
const form = (...questions: Question[]): Form => ({ title: 'Анкета', questions })
const on = (question: string, ...is: string[]) => ({ when: [{ question, is }] })
const codes = (of: Form) => conditionFaults(of).map(({ question, code }) => [question, code])

test('a question is asked when an earlier answer is so; what hangs on a hidden one is hidden too', () => {
  const asked = form(one('a'), one('b', on('a', 'o1')), one('c', on('b', 'o2')))
  expect([...shownIn(asked, new Map())]).toEqual(['a'])
  expect([
    ...shownIn(
      asked,
      new Map([
        ['a', 'o1'],
        ['b', 'o2'],
      ]),
    ),
  ]).toEqual(['a', 'b', 'c'])
  // an answer that was given before its question went away says nothing
  expect([
    ...shownIn(
      asked,
      new Map([
        ['a', 'o2'],
        ['b', 'o2'],
      ]),
    ),
  ]).toEqual(['a'])
})

test('a section hides all its questions, the next section none', () => {
  const sections = form(
    one('a'),
    one('s', { type: 'section', ...on('a', 'o1') }),
    one('b'),
    one('t', { type: 'section' }),
    one('c'),
  )
  expect([...shownIn(sections, new Map([['a', 'o2']]))]).toEqual(['a', 't', 'c'])
  expect([...shownIn(sections, new Map([['a', 'o1']]))]).toEqual(['a', 's', 'b', 't', 'c'])
})

test('numbers are compared exactly, at the limit too', () => {
  const number: Question = { code: 'n', type: 'number', title: 'n', required: false, decimals: 2 }
  const asked = form(number, one('b', { when: [{ question: 'n', from: '0.3' }] }))
  expect(shownIn(asked, new Map([['n', '0.3']])).has('b')).toBe(true)
  expect(shownIn(asked, new Map([['n', '0.29']])).has('b')).toBe(false)
})

test('conditions that refer to nothing, to a later question or to no option, and dead ones, are named', () => {
  expect(codes(form(one('a', on('b', 'o1')), one('b')))).toEqual([['a', 'condition-later']])
  expect(codes(form(one('a', on('a', 'o1'))))).toEqual([['a', 'condition-later']])
  expect(codes(form(one('a', on('gone', 'o1'))))).toEqual([['a', 'condition-gone']])
  expect(codes(form(one('a'), one('b', on('a', 'o9'))))).toEqual([['b', 'condition-option']])
  expect(codes(form(one('a', { type: 'text' }), one('b', on('a', 'o1'))))).toEqual([['b', 'condition-kind']])
  const contradiction = [
    { question: 'a', is: ['o2'] },
    { question: 'b', is: ['o1'] },
  ]
  expect(codes(form(one('a'), one('b', on('a', 'o1')), one('c', { when: contradiction })))).toEqual([
    ['c', 'condition-dead'],
  ])
  const number: Question = { code: 'n', type: 'number', title: 'n', required: false, highest: '10' }
  expect(codes(form(number, one('b', { when: [{ question: 'n', from: '11' }] })))).toEqual([
    ['b', 'condition-dead'],
  ])
  expect(
    codes(
      form(
        one('a', { type: 'many' }),
        one('b', { when: [...contradiction.slice(0, 1), { question: 'a', is: ['o1'] }] }),
      ),
    ),
  ).toEqual([])
})

test('a hidden, forged or unknown answer is none; what was offered alone is taken', () => {
  const asked = form(one('a', { required: true }), one('b', { ...on('a', 'o1'), required: true }))
  const data = new FormData()
  data.append('value-a', 'o2')
  data.append('value-b', 'o1')
  data.append('value-zz', 'o1')
  const typed = typedIn(asked, data)
  expect(typed).toEqual({ 'value-a': 'o2', 'value-b': 'o1' })
  const given = answersIn(asked, typed)
  expect(given.map(({ question }) => question)).toEqual(['a'])
  expect(sendingFaults(asked, given)).toEqual([])
  expect(sendingFaults(asked, answersIn(asked, { 'value-a': 'o1', 'value-b': 'чужое' }))).toMatchObject([
    { question: 'b', code: 'answer-invalid' },
  ])
  expect(sendingFaults(asked, answersIn(asked, { 'value-a': 'o1' }))).toMatchObject([
    { question: 'b', code: 'answer-required' },
  ])
})

test("every type: limits, rows, words of one's own", () => {
  const asked = form(
    { code: 'm', type: 'many', title: 'm', required: true, options, other: true, most: 2 },
    { code: 'x', type: 'matrix', title: 'x', required: true, rows: options, columns: options },
    { code: 'n', type: 'number', title: 'n', required: false, least: '0', highest: '1.5', decimals: 1 },
    { code: 't', type: 'text', title: 't', required: false, characters: 5 },
    { code: 's', type: 'scale', title: 's', required: false, scale: ['плохо', 'хорошо'] },
  )
  const faults = (typed: Record<string, string>) =>
    sendingFaults(asked, answersIn(asked, typed)).map(({ question, code }) => `${question} ${code}`)
  const whole = { 'value-m': 'o1', 'value-x-o1': 'o1', 'value-x-o2': 'o2' }
  expect(faults(whole)).toEqual([])
  expect(faults({})).toEqual(['m answer-required', 'x answer-required'])
  expect(faults({ ...whole, 'value-m': 'o1,o2,other', 'other-m': 'своё' })).toEqual(['m answer-many'])
  expect(faults({ ...whole, 'value-m': 'other' })).toEqual(['m answer-other-required'])
  expect(faults({ ...whole, 'value-m': 'o1,o1' })).toEqual(['m answer-invalid'])
  expect(faults({ 'value-m': 'o1', 'value-x-o1': 'o1' })).toEqual(['x answer-rows'])
  expect(faults({ ...whole, 'value-x-o1': 'c9' })).toEqual(['x answer-invalid'])
  expect(faults({ ...whole, 'value-n': '1,6' })).toEqual(['n answer-range'])
  expect(faults({ ...whole, 'value-n': '1,25' })).toEqual(['n answer-decimals'])
  expect(faults({ ...whole, 'value-n': '1e3' })).toEqual(['n answer-number'])
  expect(faults({ ...whole, 'value-n': '1,5' })).toEqual([])
  expect(faults({ ...whole, 'value-t': 'шесть6' })).toEqual(['t too-long'])
  expect(faults({ ...whole, 'value-s': '2' })).toEqual(['s answer-invalid'])
  const given = answersIn(asked, { ...whole, 'value-n': '1,50', 'value-s': '1' })
  expect(answersIn(asked, typedOf(asked, given))).toEqual(given)
  expect(fieldsOf('x').row('o1')).toBe('value-x-o1')
})

test('decimals are read and summed exactly', () => {
  expect(['1 000,50', '−3', '007', '.5', '1e3', ''].map(decimalOf)).toEqual([
    '1000.5',
    '-3',
    '7',
    null,
    null,
    null,
  ])
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(-(10n ** 12n), 10n ** 12n), (a, b) => {
      const text = (value: bigint) => {
        const digits = String(value < 0n ? -value : value).padStart(4, '0')
        return decimalOf(`${value < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`) ?? ''
      }
      expect(Math.sign(compareDecimals(text(a), text(b)))).toBe(a < b ? -1 : a > b ? 1 : 0)
    }),
  )
  expect(meanOf(['0.1', '0.2'])).toBe('0.15')
  expect(meanOf(['1', '2', '2'])).toBe('1.67')
  expect(meanOf(['-1', '-2', '-2'])).toBe('-1.67')
  expect(meanOf([])).toBeNull()
})

test('a group that is too small is never shown, nor given away by a difference', () => {
  const said = (group: string | null, count: number) =>
    Array.from({ length: count }, () => ({ group, value: 'o1' }))
  const groups = (...parts: [string | null, number][]) =>
    crossOf(
      one('a'),
      parts.flatMap(([group, count]) => said(group, count)),
      5,
    ).map(({ group, total }) => [group, total])
  expect(groups(['А', 9], ['Б', 6], ['В', 3], [null, 4])).toEqual([
    ['А', 9],
    ['Б', 6],
    [null, 7],
  ])
  // the rest alone would be three people: the smallest group joins it
  expect(groups(['А', 9], ['Б', 6], ['В', 3])).toEqual([
    ['А', 9],
    [null, 9],
  ])
  expect(groups(['А', 4], ['Б', 3])).toEqual([])
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 8 }), fc.nat({ max: 9 }), (sizes, none) => {
      const lines = groups(...sizes.map((size, at) => [`г${at}`, size] as [string, number]), [null, none])
      const total = none + sizes.reduce((sum, size) => sum + size, 0)
      const shown = lines.reduce((sum, [, size]) => sum + Number(size), 0)
      for (const [, size] of lines) expect(size).toBeGreaterThanOrEqual(5)
      if (lines.length > 0) expect(total - shown === 0 || total - shown >= 5).toBe(true)
    }),
  )
})

test('what was said is counted by option; hidden words keep their place', () => {
  const answer = (question: string, value: string | string[], hidden: string | null = null) => ({
    ...{ question, value, reason: 'своё', notApplicable: false, anchorId: null, hidden },
  })
  const many: Question = { code: 'm', type: 'many', title: 'm', required: false, options, other: true }
  const counted = [
    { id: '1', answers: [answer('m', ['o1', 'o2'])] },
    { id: '2', answers: [answer('m', ['o1', 'other'], 'брань')] },
    { id: '3', answers: [] },
  ]
  const { answered, bars, texts } = tally(many, counted)
  expect([answered, bars.map(({ count }) => count)]).toEqual([2, [2, 1, 1]])
  expect(texts).toEqual([{ responseId: '2', text: 'своё', hidden: 'брань', veiled: false }])
})
