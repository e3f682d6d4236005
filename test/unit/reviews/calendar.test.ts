/** iCalendar as RFC 5545 wants it: lines of 75 octets, CRLF, escaping, and nothing that begins a line of its own. */
import { expect, test } from 'vitest'
import { printCalendar } from '#app/domain/reviews/news/calendar.ts'

const event = {
  ...{ uid: 'a@site.test', sequence: 2, stamp: new Date('2026-03-02T09:00:00.123Z'), day: '2026-02-28' },
  ...{ summary: 'Последний день: обсуждение; запятая, черта \\', url: 'https://site.test/drafts/x' },
  description: `Порядок\r\nEND:VCALENDAR ${'длинное название '.repeat(10)}😀`,
}

test('lines are folded by octets and unfold to what was said', () => {
  const text = printCalendar('Сроки', [event])
  const lines = text.split('\r\n')
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const whole = text.replaceAll('\r\n ', '').split('\r\n')
  expect(whole.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1)
  expect(whole).toContain('SUMMARY:Последний день: обсуждение\\; запятая\\, черта \\\\')
  expect(whole.find((line) => line.startsWith('DESCRIPTION:'))).toBe(
    `DESCRIPTION:Порядок\\nEND:VCALENDAR ${'длинное название '.repeat(10)}😀`,
  )
})

test('a term is its whole last day, with a stable id and the count of its moves', () => {
  const whole = printCalendar('Сроки', [event]).split('\r\n')
  for (const line of ['UID:a@site.test', 'SEQUENCE:2', 'DTSTAMP:20260302T090000Z'])
    expect(whole).toContain(line)
  expect(whole).toContain('DTSTART;VALUE=DATE:20260228')
  expect(whole).toContain('DTEND;VALUE=DATE:20260301')
})
