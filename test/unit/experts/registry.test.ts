import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from '#app/domain/experts/csv.ts'
import { orderSlug } from '#app/domain/experts/order-slug.ts'
import {
  chosenIn,
  filterOf,
  lastDay,
  printCursor,
  queryOf,
  readCursor,
} from '#app/domain/experts/registry.ts'

const today = '2026-03-02'

test('a filter goes into an address and comes back the same', () => {
  const query = new URLSearchParams(
    'q=Ёлка&direction=vpr&direction=gia&direction=gia&tier=regional&organisation=demo-school-1&work=школа&subject=physics&status=former&years=3&expertises=5&day=2025-01-31&known=2025-12-31',
  )
  const filter = filterOf(query, today)
  expect(filter).toEqual({
    ...{ q: 'Ёлка', directions: ['gia', 'vpr'], tiers: ['regional'], municipalities: [] },
    ...{ organisations: ['demo-school-1'], work: 'школа', subjects: ['physics'], standing: 'former' },
    ...{ years: 3, expertises: 5, day: '2025-01-31', known: '2025-12-31' },
  })
  expect(filterOf(queryOf(filter, today), today)).toEqual(filter)
  expect(chosenIn(filter, today)).toBe(12)
  expect(chosenIn(filterOf(new URLSearchParams(`day=${today}&known=${today}`), today), today)).toBe(0)
})

test('whatever stands in an address, the filter is one that PostgreSQL takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const filter = filterOf(
        new URLSearchParams([
          ['q', text],
          ['day', text],
          ['direction', text],
          ['organisation', text],
          ...['work', 'subject', 'status', 'years', 'expertises'].map((name): [string, string] => [
            name,
            text,
          ]),
        ]),
        today,
      )
      expect(filter.q.length).toBeLessThanOrEqual(100)
      expect(filter.q).not.toMatch(/[\0\uD800-\uDFFF]/u)
      expect(filter.day).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(filter.work).not.toMatch(/[\0\uD800-\uDFFF]/u)
      expect(filter.years ?? 1).toSatisfy(Number.isInteger)
      for (const code of [...filter.directions, ...filter.organisations, ...filter.subjects])
        expect(code).toMatch(/^[a-z0-9-]*$/)
    }),
  )
})

test('a cursor survives its address, and nothing else is taken for one', () => {
  const name = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .filter((text) => !text.includes('\0') && text.isWellFormed())
  fc.assert(
    fc.property(fc.tuple(name, name, name), fc.nat(2147483647), (parts, number) => {
      expect(readCursor(printCursor({ name: parts, number }))).toEqual({ name: parts, number })
      expect(readCursor(printCursor({ name: null, number }))).toEqual({ name: null, number })
    }),
  )
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readCursor(text)))
})

test('the last day is the day before the end of the term, over months and leap years', () => {
  expect(lastDay('2026-09-01')).toBe('2026-08-31')
  expect(lastDay('2028-03-01')).toBe('2028-02-29')
  expect(lastDay('2027-01-01')).toBe('2026-12-31')
})

test('a cell that a spreadsheet would run is made text; quotes and semicolons keep the line whole', () => {
  expect(csvLine(['=1+1', '+7', '-2', '@a', ' =x', 'Школа № 5'])).toBe("'=1+1;'+7;'-2;'@a;' =x;Школа № 5\r\n")
  expect(csvLine(['а;б', 'сказал «да»', '"', 'две\nстроки', null, 7])).toBe(
    '"а;б";сказал «да»;"""";"две\nстроки";;7\r\n',
  )
})

test('the address of an order has only letters, digits and hyphens', () => {
  expect(orderSlug('ministry', '2026-07-17', '01-демо/45')).toBe('ministry-2026-07-17-01-demo-s-45')
  expect(orderSlug('ministry', '2026-07-17', '01/45')).not.toBe(orderSlug('ministry', '2026-07-17', '01-45'))
  expect(orderSlug('ministry', '2026-07-17', '7-Щ')).toBe('ministry-2026-07-17-7-shch')
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (number) => void expect(orderSlug('m', '2026-01-01', number)).toMatch(/^[a-z0-9-]+$/),
    ),
  )
})
