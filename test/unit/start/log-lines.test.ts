import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { errorLine, pathLine } from '#app/web/log-lines.ts'

const refusal = Object.assign(new Error('duplicate key value violates unique constraint "users_email"'), {
  code: '23505',
  detail: 'Key (email)=(secret@test.example) already exists.',
})
const query = new DrizzleQueryError(
  'insert into users values ($1, $2)',
  ['secret@test.example', '$argon2id$secret'],
  refusal,
)

test.each([
  ['a failed query', query],
  ['what broke because of one', new Error('job failed', { cause: query })],
])('%s is told without its values', (_, error) => {
  const line = JSON.stringify(errorLine(error))
  expect(line).not.toContain('secret')
  expect(line).toContain('insert into users')
  expect(line).toContain('23505')
  expect(line).toContain('log-lines.test')
})

test('what is no error is told by its type alone', () => {
  expect(errorLine('secret')).toEqual({ type: 'string' })
})

test('a secret of an address is not told', () => {
  expect(pathLine('/reset/abcdef.data')).toBe('/reset/…')
  expect(pathLine('/first/abcdef')).toBe('/first/…')
  expect(pathLine('/drafts/confirm/x')).toBe('/drafts/confirm/x')
})
