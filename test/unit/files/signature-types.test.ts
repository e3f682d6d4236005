import { expect, test } from 'vitest'
import { signatureTypeOf } from '#app/domain/files/signature-types.ts'

const signedData = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]
const der = Uint8Array.from([0x30, 0x82, 0x0b, 0x00, ...signedData, ...new Array(200).fill(7)])
const base64 = Buffer.from(der).toString('base64')
const bytes = (text: string) => new TextEncoder().encode(text)
const sig = 'application/pkcs7-signature'

test('a detached signature is known by its bytes, as DER, PEM or Base64', () => {
  expect(signatureTypeOf(der, 'a.sig')).toBe(sig)
  expect(signatureTypeOf(der, 'a.exe')).toBe(sig)
  expect(signatureTypeOf(bytes(base64.replace(/(.{64})/g, '$1\r\n')), 'a.sig')).toBe(sig)
  expect(signatureTypeOf(bytes(`-----BEGIN PKCS7-----\n${base64}\n-----END PKCS7-----\n`), 'a.p7s')).toBe(sig)
})

test('scans are taken, names deceive nobody, other files are none', () => {
  expect(signatureTypeOf(bytes('%PDF-1.4'), 'a.sig')).toBe('application/pdf')
  for (const text of ['просто слова', '<script>', 'MIIB', '', 'GIF89a']) {
    expect([text, signatureTypeOf(bytes(text), 'подпись.sig')]).toEqual([text, null])
  }
  expect(signatureTypeOf(Uint8Array.from([0x30, 0x03, 1, 1, 1]), 'a.sig')).toBeNull()
})
