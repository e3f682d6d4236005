/**
 * What can be said of a detached signature without verifying it: that it is a container of one (CMS, RFC 5652), carries
 * no document of its own, names a signer, and, where the hash it names is SHA-256, that it was made over these bytes.
 * Whose key it is and whether it holds is not looked at: that takes certified means. Pure.
 */
export type ContainerFault = 'file-type' | 'signature-attached' | 'signature-other'

interface Node {
  tag: number
  value: Uint8Array
  nodes: () => Node[]
}

const oid = {
  signedData: '2a864886f70d010702',
  messageDigest: '2a864886f70d010904',
  sha256: '608648016503040201',
}
const [SEQUENCE, SET, OID, OCTETS, FIRST] = [0x30, 0x31, 0x06, 0x04, 0xa0]

/** Why the file is no detached signature over the document of this SHA-256 (hex), or null. */
export function containerFault(bytes: Uint8Array, sha256: string): ContainerFault | null {
  try {
    const signers = signersOf(read(bytes[0] === SEQUENCE ? bytes : decoded(bytes), 0, 0).node)
    if (signers === 'signature-attached') return signers
    if (signers.length === 0) return 'file-type'
    const digests = signers.map(digestOf)
    return digests.some((one) => one !== null && one !== sha256) ? 'signature-other' : null
  } catch {
    return 'file-type'
  }
}

function signersOf(outer: Node): Node[] | 'signature-attached' {
  const [type, wrapped] = expect(outer, SEQUENCE).nodes()
  if (hex(expect(type, OID)) !== oid.signedData) throw new RangeError('no signed data')
  const [inner] = expect(wrapped, FIRST).nodes()
  const parts = expect(inner, SEQUENCE).nodes()
  const [, content] = expect(parts[2], SEQUENCE).nodes()
  if (content) return 'signature-attached'
  return expect(parts.at(-1), SET).nodes()
}

/** The hash of the document that the signer names, when it is SHA-256 in hex. */
function digestOf(signer: Node): string | null {
  const parts = expect(signer, SEQUENCE).nodes()
  const [algorithm] = expect(parts[2], SEQUENCE).nodes()
  if (!algorithm || hex(algorithm) !== oid.sha256) return null
  const attributes = parts[3]?.tag === FIRST ? parts[3].nodes() : []
  for (const attribute of attributes) {
    const [name, values] = attribute.nodes()
    const [value] = values?.nodes() ?? []
    if (name && hex(name) === oid.messageDigest && value?.tag === OCTETS) return hex(value)
  }
  return null
}

const DEEP = 40

/** One value at this place, of definite or indefinite length; RangeError when it is cut or nested too deep. */
function read(bytes: Uint8Array, at: number, depth: number): { node: Node; end: number } {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  // tags of several bytes stand in no signature
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > DEEP)
    throw new RangeError('cut')
  let [start, length] = [at + 2, first]
  if (first === 0x80) return readOpen(bytes, tag, start, depth)
  if (first > 0x80) {
    const size = first & 0x7f
    if (size > 4) throw new RangeError('too long')
    length = 0
    for (const byte of bytes.subarray(start, start + size)) length = length * 256 + byte
    start += size
  }
  const end = start + length
  if (end > bytes.length) throw new RangeError('cut')
  return { node: nodeOf(tag, bytes.subarray(start, end), depth), end }
}

/** Without a length: until two zero bytes. */
function readOpen(bytes: Uint8Array, tag: number, start: number, depth: number) {
  let at = start
  while (!(bytes[at] === 0 && bytes[at + 1] === 0)) at = read(bytes, at, depth + 1).end
  return { node: nodeOf(tag, bytes.subarray(start, at), depth), end: at + 2 }
}

function nodeOf(tag: number, value: Uint8Array, depth: number): Node {
  const nodes = () => {
    const found: Node[] = []
    for (let at = 0; at < value.length; ) {
      const { node, end } = read(value, at, depth + 1)
      found.push(node)
      at = end
    }
    return found
  }
  return { tag, value, nodes }
}

function expect(node: Node | undefined, tag: number): Node {
  if (node?.tag !== tag) throw new RangeError('another value')
  return node
}

const hex = ({ value }: Node) => Buffer.from(value).toString('hex')

/** PEM or bare Base64, as some programs of signing write it. */
function decoded(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const body = text.replace(/-----(BEGIN|END) [A-Z0-9 ]{1,20}-----/g, '').replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(body)) throw new RangeError('no Base64')
  return Buffer.from(body, 'base64')
}
