/** Codes by time, against the vectors of RFC 6238 (appendix B, SHA-1, the last six of its eight digits). */
import { expect, test } from 'vitest'
import { base32, codeAt, matchingStep, otpauthUri, stepOf } from '#app/domain/accounts/totp.ts'

const secret = Buffer.from('12345678901234567890')

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at second %i the code is %s', (second, code) => {
  expect(codeAt(secret, stepOf(new Date(second * 1000)))).toBe(code)
})

test('a clock may be half a minute off, and no more; a spent code fits no more', () => {
  const now = new Date(1111111111_000)
  const step = stepOf(now)
  const taken = (of: number, after?: number) => matchingStep(secret, codeAt(secret, of), now, after)
  expect([step - 2, step - 1, step, step + 1, step + 2].map((of) => taken(of))).toEqual([
    ...[null, step - 1, step, step + 1, null],
  ])
  expect(taken(step, step)).toBeNull()
  expect(taken(step - 1, step)).toBeNull()
  expect(taken(step + 1, step)).toBe(step + 1)
  expect(matchingStep(secret, '050 471', now)).toBe(step)
  for (const typed of ['', '05047', '0504710', '０５０４７１', '050471\0', 'ЯЯЯ'])
    expect(matchingStep(secret, typed, now)).toBeNull()
})

test('the secret is written as apps read it', () => {
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect([1, 2, 3, 4].map((length) => base32(Buffer.alloc(length, 255)))).toEqual([
    ...['74', '777Q', '77776', '777777Y'],
  ])
  expect(otpauthUri(secret, 'РСЭС', 'a&b@x.example')).toBe(
    'otpauth://totp/%D0%A0%D0%A1%D0%AD%D0%A1:a%26b%40x.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%D0%A0%D0%A1%D0%AD%D0%A1&algorithm=SHA1&digits=6&period=30',
  )
})
