/** Containers of signatures for tests (CMS, RFC 5652), written by hand: nobody's key, nothing that could be verified. */

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const value = Buffer.concat(parts)
  const length =
    value.length < 128
      ? Buffer.from([value.length])
      : Buffer.from([0x82, value.length >> 8, value.length & 0xff])
  return Buffer.concat([Buffer.from([tag]), length, value])
}
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const [signedData, data, sha256, digest] = [
  '2a864886f70d010702',
  '2a864886f70d010701',
  '608648016503040201',
  '2a864886f70d010904',
]

/** A detached signature that names this SHA-256 (hex) of its document; with `content` it holds a document too. */
export function detachedOver(hash: string, { algorithm = sha256, content = '' } = {}): Buffer {
  const one = der(0x02, Buffer.from([1]))
  const attributes = der(0xa0, der(0x30, oid(digest), der(0x31, der(0x04, Buffer.from(hash, 'hex')))))
  const signer = der(
    0x30,
    one,
    der(0x30),
    der(0x30, oid(algorithm)),
    attributes,
    der(0x30),
    der(0x04, Buffer.alloc(64)),
  )
  const inside = content ? [der(0xa0, der(0x04, Buffer.from(content)))] : []
  const body = [one, der(0x31, der(0x30, oid(algorithm))), der(0x30, oid(data), ...inside), der(0x31, signer)]
  return der(0x30, oid(signedData), der(0xa0, der(0x30, ...body)))
}
