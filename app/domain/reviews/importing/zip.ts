/**
 * ZIP read from its directory, under limits: nothing is unpacked before all of it was judged.
 *
 * Sizes in the directory are the sender's words, so each entry is inflated with its own ceiling. Two entries of one
 * name, a name that climbs out of the package, an encrypted entry: the file is refused, whoever would read it otherwise.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { Refusal } from './refusal.ts'

export interface ZipLimits {
  entries: number
  /** unpacked bytes of all entries together */
  bytes: number
  /** unpacked ÷ packed, of entries over SMALL */
  ratio: number
}

interface Entry {
  method: number
  packed: number
  size: number
  crc: number
  at: number
}

const END = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
// Small entries compress by any ratio without harm.
const SMALL = 4 * 1024 * 1024
const safeName = /^(?!\/)(?![a-z]:)(?!.*(^|\/)\.\.(\/|$))[^\\\p{Cc}]+$/iu

export class Zip {
  readonly #source: Buffer
  readonly #entries = new Map<string, Entry>()

  constructor(bytes: Uint8Array, limits: ZipLimits) {
    this.#source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#read(limits)
    this.#judge(limits)
  }

  /** Names as stored, without folders. */
  get names(): string[] {
    return [...this.#entries.keys()]
  }

  /** Part names of OOXML do not tell small letters from capitals. */
  find(name: string): string | undefined {
    if (this.#entries.has(name)) return name
    const lower = name.toLowerCase()
    return this.names.find((other) => other.toLowerCase() === lower)
  }

  /** The contents of an entry; undefined when there is none. */
  read(name: string): Buffer | undefined {
    const entry = this.#entries.get(this.find(name) ?? '')
    if (!entry) return undefined
    const { at, packed, size, method } = entry
    if (at + 30 > this.#source.length || this.#source.readUInt32LE(at) !== LOCAL) throw broken()
    const from = at + 30 + this.#source.readUInt16LE(at + 26) + this.#source.readUInt16LE(at + 28)
    const data = this.#source.subarray(from, from + packed)
    if (data.length !== packed) throw broken()
    const content = method === 0 ? data : inflated(data, size)
    if (content.length !== size || (crc32 && crc32(content) !== entry.crc)) throw broken()
    return content
  }

  #read({ entries: most }: ZipLimits): void {
    const source = this.#source
    const end = source.lastIndexOf(END)
    if (end < 0 || end + 22 > source.length) throw broken()
    const count = source.readUInt16LE(end + 10)
    // 0xffff and 0xffffffff announce ZIP64, which no document of our size needs
    if (count > most) throw new Refusal('import-bomb')
    let at = source.readUInt32LE(end + 16)
    const known = new Set<string>()
    for (let index = 0; index < count; index += 1) {
      if (at + 46 > source.length || source.readUInt32LE(at) !== DIRECTORY) throw broken()
      const flags = source.readUInt16LE(at + 8)
      const [nameLength, extra, comment] = [28, 30, 32].map((field) => source.readUInt16LE(at + field))
      const name = source.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
      if (flags & 1) throw new Refusal('import-encrypted')
      if (!safeName.test(name) || known.has(name.toLowerCase())) throw broken()
      known.add(name.toLowerCase())
      if (!name.endsWith('/')) this.#entries.set(name, entryAt(source, at))
      at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
    }
  }

  #judge({ bytes, ratio }: ZipLimits): void {
    let total = 0
    for (const { size, packed } of this.#entries.values()) {
      total += size
      if (total > bytes || (size > SMALL && size > packed * ratio)) throw new Refusal('import-bomb')
    }
  }
}

function entryAt(source: Buffer, at: number): Entry {
  const entry = {
    method: source.readUInt16LE(at + 10),
    crc: source.readUInt32LE(at + 16),
    packed: source.readUInt32LE(at + 20),
    size: source.readUInt32LE(at + 24),
    at: source.readUInt32LE(at + 42),
  }
  if (entry.method !== 0 && entry.method !== 8) throw broken()
  return entry
}

function inflated(data: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw code === 'ERR_BUFFER_TOO_LARGE' ? new Refusal('import-bomb') : broken()
  }
}

function broken(): Refusal {
  return new Refusal('import-broken')
}
