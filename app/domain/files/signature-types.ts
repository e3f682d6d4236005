/**
 * What a signed copy may be: a scan, or a detached signature (CMS, RFC 5652) as DER or PEM, found in its bytes. Pure.
 */
import { mediaTypeOf } from './media-types.ts'

const scans = ['application/pdf', 'image/png', 'image/jpeg']
// 1.2.840.113549.1.7.2, signedData: the first thing inside the outer sequence of every such file
const signedData = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]
const LONGEST_HEAD = 8

/** The media type of a scan or of a detached signature; null for anything else. */
export function signatureTypeOf(bytes: Uint8Array, name: string): string | null {
  const type = mediaTypeOf(bytes, name)
  if (type && scans.includes(type)) return type
  return isSignedData(bytes) || isSignedData(decoded(bytes)) ? 'application/pkcs7-signature' : null
}

/** A DER sequence of any length that begins with the identifier of signed data. */
function isSignedData(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false
  const head = bytes.subarray(0, LONGEST_HEAD + signedData.length)
  return head.some(
    (_, at) => at > 1 && at <= LONGEST_HEAD && signedData.every((byte, n) => head[at + n] === byte),
  )
}

/** PEM or bare Base64, as some programs of signing write it; anything else is no bytes. */
function decoded(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const body = text.replace(/-----(BEGIN|END) [A-Z0-9 ]{1,20}-----/g, '').replace(/\s+/g, '')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(body) ? Buffer.from(body, 'base64') : new Uint8Array()
}
