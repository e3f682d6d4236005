import { expect, test } from 'vitest'
import { keepingFiles } from '#app/web/kept-files.ts'

test('a file is made once while it is wanted, anew after it was dropped or failed', async () => {
  const keep = keepingFiles(10)
  let made = 0
  const make = async () => {
    made += 1
    return new Uint8Array(6)
  }
  await Promise.all([keep('a', make), keep('a', make)])
  await keep('a', make)
  expect(made).toBe(1)
  await keep('b', make)
  await keep('b', make)
  expect(made).toBe(2)
  await keep('a', make)
  expect(made).toBe(3)
  const fail = () => Promise.reject(new Error('no disk'))
  await expect(keep('c', fail)).rejects.toThrow('no disk')
  await keep('c', make)
  expect(made).toBe(4)
})
