/** The vault gives a secret back to its own name and key alone, unchanged or not at all. */
import { expect, test } from 'vitest'
import { vaultOf } from '#app/domain/accounts/vault.ts'

const [one, other] = [vaultOf('a'.repeat(40)), vaultOf('b'.repeat(40))]
const secret = Buffer.from('a secret of some length')

test('what was sealed is opened under its name and by its key alone', () => {
  const sealed = one.seal(secret, 'of Anna')
  expect(one.open(sealed, 'of Anna')).toEqual(secret)
  expect(vaultOf('a'.repeat(40)).open(sealed, 'of Anna')).toEqual(secret)
  expect(one.open(sealed, 'of Boris')).toBeNull()
  expect(other.open(sealed, 'of Anna')).toBeNull()
  expect(one.seal(secret, 'of Anna')).not.toBe(sealed)
  expect(Buffer.from(sealed, 'base64url').includes(secret)).toBe(false)
})

test('a byte changed anywhere, or words that never were sealed, open nothing', () => {
  const bytes = Buffer.from(one.seal(secret, 'x'), 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(one.open(changed.toString('base64url'), 'x')).toBeNull()
  }
  for (const words of ['', 'nothing', '!', 'A'.repeat(28), 'A'.repeat(1000)])
    expect(one.open(words, 'x')).toBeNull()
})

test('hashes differ by key and by name, and keys are told apart', () => {
  const hashes = [one.hash('1', 'a'), one.hash('1', 'b'), one.hash('2', 'a'), other.hash('1', 'a')]
  expect(new Set(hashes).size).toBe(4)
  expect(one.hash('1', 'a')).toBe(hashes[0])
  expect(one.keyId).not.toBe(other.keyId)
})
