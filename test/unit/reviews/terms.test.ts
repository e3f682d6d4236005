import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter, daysBetween } from '#app/domain/reviews/course/staging.ts'
import {
  isWorkingDay,
  limitsFault,
  reachesProvisional,
  type TermOrder,
  termAt,
  termDays,
  termEnd,
} from '#app/domain/reviews/course/terms.ts'
import { content } from '#content/load.ts'

const { calendars } = content()
const working: TermOrder = { unit: 'working', endsOnWorkingDay: true }
const plain: TermOrder = { unit: 'calendar', endsOnWorkingDay: false }
const carried: TermOrder = { unit: 'calendar', endsOnWorkingDay: true }
const zone = 'Asia/Yekaterinburg'

const someDay = fc.integer({ min: 0, max: 600 }).map((n) => dayAfter('2025-01-01', n))
const length = fc.integer({ min: 1, max: 90 })
const order = fc.constantFrom(working, plain, carried)

test('the official days: moved holidays, a worked Saturday, the long New Year', () => {
  const works = (day: string) => isWorkingDay(day, calendars)
  expect(works('2025-11-01')).toBe(true) // Saturday worked for Monday 3 November
  expect(works('2025-11-03')).toBe(false)
  expect(works('2025-05-02')).toBe(false)
  expect(works('2025-12-31')).toBe(false)
  expect(works('2026-01-09')).toBe(false)
  expect(works('2026-01-12')).toBe(true)
  expect(works('2026-03-09')).toBe(false) // 8 March fell on a Sunday
  expect(termEnd('2025-12-30', 2, working, calendars)).toBe('2026-01-12')
  expect(termEnd('2026-05-08', 2, working, calendars)).toBe('2026-05-12')
  expect(termEnd('2025-10-31', 2, working, calendars)).toBe('2025-11-01')
  // ten days from 31 December end on Friday 9 January, not worked, and go on to Monday
  expect(termEnd('2025-12-31', 10, carried, calendars)).toBe('2026-01-12')
  expect(termEnd('2025-12-31', 10, plain, calendars)).toBe('2026-01-09')
})

test('a year without a calendar is refused by name, one known in part is marked', () => {
  const refused = expect.objectContaining({ code: 'no-calendar', facts: { year: '2028' } })
  for (const one of [working, plain, carried])
    expect(() => termEnd('2027-12-20', 30, one, calendars)).toThrow(refused)
  expect(() =>
    limitsFault({ firstDay: '2027-12-20', lastDay: '2028-01-05' }, { ...plain, min: 1, max: 60 }, calendars),
  ).toThrow(refused)
  expect(reachesProvisional({ firstDay: '2026-12-20', lastDay: '2027-01-01' }, calendars)).toBe(true)
  expect(reachesProvisional({ firstDay: '2026-12-20', lastDay: '2026-12-31' }, calendars)).toBe(false)
})

test('a term of n working days holds exactly n of them and ends on the last', () => {
  fc.assert(
    fc.property(someDay, length, (firstDay, n) => {
      const lastDay = termEnd(firstDay, n, working, calendars)
      expect(termDays({ firstDay, lastDay }, 'working', calendars)).toBe(n)
      expect(isWorkingDay(lastDay, calendars)).toBe(true)
    }),
  )
})

test('carrying on only passes over days that are not worked', () => {
  fc.assert(
    fc.property(someDay, length, (firstDay, n) => {
      const [nominal, last] = [
        termEnd(firstDay, n, plain, calendars),
        termEnd(firstDay, n, carried, calendars),
      ]
      expect(daysBetween(firstDay, nominal)).toBe(n - 1)
      expect(isWorkingDay(last, calendars)).toBe(true)
      for (let day = nominal; day < last; day = dayAfter(day, 1))
        expect(isWorkingDay(day, calendars)).toBe(false)
    }),
  )
})

test('a longer term never ends earlier, a later one never ends before an earlier one', () => {
  fc.assert(
    fc.property(someDay, length, fc.integer({ min: 0, max: 20 }), order, (firstDay, n, more, one) => {
      const last = termEnd(firstDay, n, one, calendars)
      expect(termEnd(firstDay, n + more, one, calendars) >= last).toBe(true)
      expect(termEnd(dayAfter(firstDay, more), n, one, calendars) >= last).toBe(true)
    }),
  )
})

test('what a term order gives keeps limits that enclose it, and only those', () => {
  fc.assert(
    fc.property(someDay, length, order, (firstDay, n, one) => {
      const span = { firstDay, lastDay: termEnd(firstDay, n, one, calendars) }
      expect(limitsFault(span, { ...one, min: n, max: n }, calendars)).toBe(null)
      const tight = limitsFault(span, { ...one, min: 1, max: n - 1 || 1 }, calendars)
      if (one !== carried && n > 1) expect(tight).toEqual({ code: 'term-long', days: n - 1 })
      if (one !== carried)
        expect(limitsFault(span, { ...one, min: n + 1, max: null }, calendars)).toMatchObject({
          code: 'term-short',
        })
    }),
  )
})

test('lateness begins at 24:00 of the last day in the zone of the instance, whatever zone the server has', () => {
  const stage = { firstDay: '2026-03-02', lastDay: '2026-03-31' }
  const at = (moment: string, pausedAt?: string) =>
    termAt(stage, new Date(moment), zone, pausedAt ? new Date(pausedAt) : null)
  expect(at('2026-03-01T18:59:59.999Z')).toBe('before')
  expect(at('2026-03-01T19:00:00Z')).toBe('within')
  expect(at('2026-03-31T18:59:59.999Z')).toBe('within')
  expect(at('2026-03-31T19:00:00Z')).toBe('late')
  expect(at('2026-04-20T10:00:00Z', '2026-03-31T18:00:00Z')).toBe('within') // it stands still and has not ended
  expect(at('2026-04-20T10:00:00Z', '2026-03-31T19:00:00Z')).toBe('late') // it had ended before the pause
})
