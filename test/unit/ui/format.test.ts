import { describe, expect, test } from 'vitest'
import { formatFor } from '#app/ui/format.ts'

const ru = formatFor('ru', 'Asia/Yekaterinburg')
const en = formatFor('en', 'Asia/Yekaterinburg')

describe('dates', () => {
  test('a moment is told in the zone of the site', () => {
    const lateEvening = '2026-11-20T19:30:00Z'
    expect(ru.date(lateEvening)).toBe('21\u00a0ноября 2026, 00:30')
    expect(ru.day(new Date(lateEvening))).toBe('21\u00a0ноября 2026')
    expect(en.date(lateEvening)).toBe('21\u00a0November 2026, 00:30')
  })

  test('a legal day has no zone', () => {
    expect(formatFor('ru', 'America/New_York').day('2026-11-21')).toBe('21\u00a0ноября 2026')
    expect(ru.dayMonth('2026-11-21')).toBe('21\u00a0ноября')
    expect(ru.dayDigits('2026-07-07')).toBe('07.07.2026')
  })

  test('days from and to', () => {
    expect(ru.days('2026-10-15', '2026-11-06')).toBe('15\u00a0октября\u00a0– 6\u00a0ноября')
    expect(ru.days('2026-10-01', '2026-10-14')).toBe('1–14\u00a0октября')
    expect(ru.days('2026-12-30', '2027-01-10', true)).toBe('30\u00a0декабря 2026\u00a0– 10\u00a0января 2027')
  })

  test('a date that is none is an error, not «Invalid Date» on a page', () => {
    expect(() => ru.day('soon')).toThrow(RangeError)
  })
})

describe('numbers', () => {
  test('are grouped by a space that does not break', () => {
    expect(ru.number(3862)).toBe('3\u00a0862')
    expect(en.number(3862)).toBe('3,862')
  })

  test('shares are percent', () => {
    expect(ru.percent(0.0589)).toBe('5,9\u00a0%')
    expect(ru.percent(0.6, 0)).toBe('60\u00a0%')
  })

  test('choose their word', () => {
    const forms = { one: 'эксперт', few: 'эксперта', many: 'экспертов', other: 'эксперта' }
    expect([1, 22, 3862, 11, 1.5].map((n) => ru.plural(n, forms))).toEqual(
      ['1 эксперт', '22 эксперта', '3 862 эксперта', '11 экспертов', '1,5 эксперта'].map((s) =>
        s.replaceAll(' ', '\u00a0'),
      ),
    )
  })
})
