import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answer, answerFault, missingIn } from '#app/domain/questionnaires/forms.ts'
import { medianOf, reduced, scoreOf, spreadOf } from '#app/domain/questionnaires/scoring.ts'
import type { Form, Question } from '#db/schema/questionnaires.ts'

const scale = ['нет', 'частично', 'да']
const mark = (code: string, weight: number): Question => ({
  code,
  type: 'scale',
  title: code,
  required: true,
  scale,
  weight,
  reasonRequired: true,
  notApplicable: true,
  evidence: true,
})
const form: Form = {
  title: 'Лист',
  questions: [
    mark('a', 3),
    mark('b', 1),
    { code: 'c', type: 'one', title: 'c', required: false, options: [{ code: 'x', title: 'x' }] },
  ],
}
const said = (question: string, value: Answer['value'], change: Partial<Answer> = {}): Answer => ({
  question,
  value,
  reason: 'потому',
  notApplicable: false,
  anchorId: null,
  ...change,
})

test('weighs marks; what does not apply leaves both sides', () => {
  expect(scoreOf(form, [said('a', 2), said('b', 1)])).toEqual({ earned: 7, most: 8 })
  expect(scoreOf(form, [said('a', 2, { notApplicable: true }), said('b', 1)])).toEqual({ earned: 1, most: 2 })
  expect(
    scoreOf(form, [said('a', 0, { notApplicable: true }), said('b', 0, { notApplicable: true })]),
  ).toBeNull()
  expect(scoreOf(form, [])).toBeNull()
})

test('the median is exact, whatever the order', () => {
  expect(medianOf([])).toBeNull()
  expect(medianOf([4, 1])).toEqual({ over: 5, under: 2 })
  expect(medianOf([3, 1, 3, 3])).toEqual({ over: 3, under: 1 })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1 }), (marks) => {
      const { over, under } = medianOf(marks) ?? { over: -1, under: 1 }
      const below = marks.filter((one) => one * under < over).length
      const above = marks.filter((one) => one * under > over).length
      expect(Math.max(below, above) * 2).toBeLessThanOrEqual(marks.length)
      expect(spreadOf(marks)).toBe(Math.max(...marks) - Math.min(...marks))
    }),
  )
})

test('fractions are in lowest terms', () => {
  expect(reduced(6, 4)).toEqual({ over: 3, under: 2 })
  expect(reduced(0, 5)).toEqual({ over: 0, under: 1 })
  expect(reduced(3, -6)).toEqual({ over: -1, under: 2 })
})

test('refuses what is no answer to the question', () => {
  const [first, , choice] = form.questions as [Question, Question, Question]
  for (const value of [3, -1, 1.5, Number.NaN, 'да', ['x']])
    expect(answerFault(first, said('a', value), 100)).toBe('answer-invalid')
  expect(answerFault(first, said('a', 2), 100)).toBeNull()
  expect(answerFault(first, said('a', null), 100)).toBeNull()
  expect(answerFault(choice, said('c', 'y'), 100)).toBe('answer-invalid')
  expect(answerFault(choice, said('c', 'x', { notApplicable: true }), 100)).toBe('not-applicable-refused')
  expect(answerFault(choice, said('c', 'x', { anchorId: 'z' }), 100)).toBe('invalid')
  expect(answerFault(first, said('a', 2, { reason: 'я'.repeat(101) }), 100)).toBe('too-long')
})

test('says what is missing, in the order of the form', () => {
  expect(missingIn(form, [])).toEqual([
    { question: 'a', code: 'answer-required' },
    { question: 'b', code: 'answer-required' },
  ])
  expect(missingIn(form, [said('a', 1, { reason: ' ' }), said('b', null, { notApplicable: true })])).toEqual([
    { question: 'a', code: 'answer-reason-required' },
  ])
  expect(missingIn(form, [said('a', 0), said('b', null, { notApplicable: true, reason: '' })])).toEqual([
    { question: 'b', code: 'answer-reason-required' },
  ])
})
