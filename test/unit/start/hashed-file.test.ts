/** A file that is checked is read as it comes: its hash is of the whole, what is held of it is little. */
import { createHash } from 'node:crypto'
import { ReadableStream } from 'node:stream/web'
import { expect, test } from 'vitest'
import { hashedForm } from '#app/web/hashed-file.server.ts'

const most = 1024
const border = '----border'

/** A form whose file comes in pieces, as fast as it is asked for; `made` counts them. */
function sentBy(pieces: Iterable<Uint8Array>, { before = '', end = `\r\n--${border}--\r\n` } = {}) {
  const made = { pieces: 0 }
  const head = `${before}--${border}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n`
  async function* body() {
    yield Buffer.from(head)
    for (const piece of pieces) {
      made.pieces += 1
      yield piece
    }
    yield Buffer.from(end)
  }
  const request = new Request('http://site.example/check/file', {
    method: 'POST',
    headers: { 'Content-Type': `multipart/form-data; boundary=${border}` },
    body: ReadableStream.from(body()),
    duplex: 'half',
  } as RequestInit)
  return { request, made }
}

const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('a scan of twenty megabytes is hashed whole, and one byte of it is held', async () => {
  const piece = Buffer.alloc(64 * 1024, '%PDF scan')
  const pieces = Array.from({ length: 320 }, () => piece)
  const { request, made } = sentBy(pieces)
  const form = await hashedForm(request, most)
  expect(made.pieces).toBe(320)
  expect(form.get('sha256')).toBe(sumOf(Buffer.concat(pieces)))
  expect((form.get('file') as File).size).toBe(1)
})

test('a text that may be signed is kept whole up to the bound, a longer one by its hash alone', async () => {
  const text = Buffer.from(JSON.stringify({ type: 'x', words: 'ж'.repeat(200) }))
  const short = await hashedForm(sentBy([text.subarray(0, 7), text.subarray(7)]).request, most)
  expect(Buffer.from(await (short.get('file') as File).arrayBuffer())).toEqual(text)
  const long = Buffer.from(`{"words":"${'ж'.repeat(2000)}"}`)
  const form = await hashedForm(sentBy([long]).request, most)
  expect((form.get('file') as File).size).toBe(1)
  expect(form.get('sha256')).toBe(sumOf(long))
})

test('an empty file is empty, a body that breaks off or has no end of parts is refused', async () => {
  const empty = await hashedForm(sentBy([]).request, most)
  expect((empty.get('file') as File).size).toBe(0)
  const broken = hashedForm(sentBy([Buffer.from('abc')], { end: '' }).request, most)
  await expect(broken).rejects.toMatchObject({ init: { status: 400 } })
  const field = `--${border}\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n`
  const many = hashedForm(sentBy([Buffer.from('abc')], { before: field.repeat(50) }).request, most)
  await expect(many).rejects.toMatchObject({ init: { status: 400 } })
  const plain = new Request('http://site.example/check/file', {
    method: 'POST',
    body: new URLSearchParams('a=1'),
  })
  expect((await hashedForm(plain, most)).has('file')).toBe(false)
  const other = new Request('http://site.example/check/file', { method: 'POST', body: 'a=1' })
  await expect(hashedForm(other, most)).rejects.toMatchObject({ init: { status: 400 } })
})
