/** Detached signatures are told from everything else by their bytes; nothing is verified. */
import { expect, test } from 'vitest'
import { containerFault } from '#app/domain/panels/conclusions/containers.ts'
import { detachedOver } from '#test/support/cms.ts'

const hash = 'ab'.repeat(32)
const gost = '2a85030701010202'

test('a container as DER, PEM and bare Base64 is taken', () => {
  const bytes = detachedOver(hash)
  const text = bytes.toString('base64')
  const pem = `-----BEGIN PKCS7-----\n${text.replace(/.{64}/g, '$&\n')}\n-----END PKCS7-----\n`
  for (const one of [bytes, Buffer.from(text), Buffer.from(pem)]) expect(containerFault(one, hash)).toBeNull()
})

test('a signature over other bytes is refused where the hash it names can be compared', () => {
  expect(containerFault(detachedOver('cd'.repeat(32)), hash)).toBe('signature-other')
  expect(containerFault(detachedOver('cd'.repeat(32), { algorithm: gost }), hash)).toBeNull()
})

test('a signature with its document inside is not detached', () => {
  expect(containerFault(detachedOver(hash, { content: 'документ' }), hash)).toBe('signature-attached')
})

test('anything else is no signature, however it is cut', () => {
  const bytes = detachedOver(hash)
  for (let at = 0; at < bytes.length; at += 1)
    expect(containerFault(bytes.subarray(0, at), hash), String(at)).toBe('file-type')
  for (const one of ['', '%PDF-1.4', 'просто текст', 'MIIB', '0'.repeat(5000)])
    expect(containerFault(Buffer.from(one), hash)).toBe('file-type')
  const deep = Buffer.concat(Array.from({ length: 5000 }, () => Buffer.from([0x30, 0x80])))
  expect(containerFault(deep, hash)).toBe('file-type')
  expect(containerFault(Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]), hash)).toBe('file-type')
})

test('every changed byte is answered without an exception', () => {
  const bytes = detachedOver(hash)
  for (let at = 0; at < bytes.length; at += 1)
    for (const byte of [0, 0x30, 0x80, 0xff]) {
      const changed = Buffer.from(bytes)
      changed[at] = byte
      expect(['file-type', 'signature-attached', 'signature-other', null]).toContain(
        containerFault(changed, hash),
      )
    }
})
