/**
 * A DOCX that a visitor sent, unpacked under limits.
 *
 * Sizes in a ZIP's directory are the sender's words, so each entry is inflated here with a ceiling of its own and the
 * archive is packed anew from what was really found: nothing reaches a later reader that was not seen here.
 */
import { inflateRawSync } from 'node:zlib'
import PizZip from 'pizzip'
import { Problem } from '#app/domain/problem.ts'

export interface ArchiveLimits {
  entries: number
  megabytes: number
  ratio: number
}

const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
// Small entries compress by any ratio without harm.
const SMALL = 256 * 1024

/** Unpacks and packs anew; Problem('archive-broken' | 'archive-bomb'), both at the field `file`. */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits): PizZip {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const archive = new PizZip()
  let left = limits.megabytes * 1024 * 1024
  for (const entry of entriesOf(source, limits.entries)) {
    const content = contentOf(source, entry, Math.min(left, Math.max(SMALL, entry.packed * limits.ratio)))
    left -= content.length
    if (entry.name.endsWith('/')) continue
    if (archive.file(entry.name) !== null || !safePath.test(entry.name)) throw broken()
    archive.file(entry.name, content, { binary: true, createFolders: false })
  }
  return archive
}

interface Entry {
  name: string
  method: number
  packed: number
  at: number
}

const safePath = /^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\\\p{Cc}]+$/u

function entriesOf(source: Buffer, most: number): Entry[] {
  const end = source.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > source.length || source.readUInt32LE(end) !== DIRECTORY_END) throw broken()
  const count = source.readUInt16LE(end + 10)
  if (count > most) throw new Problem('archive-bomb', {}, 'file')
  const entries: Entry[] = []
  let at = source.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > source.length || source.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken()
    const [flags, nameLength] = [source.readUInt16LE(at + 8), source.readUInt16LE(at + 28)]
    if (flags & 1) throw broken() // encrypted
    entries.push({
      name: source.toString('utf8', at + 46, at + 46 + nameLength),
      method: source.readUInt16LE(at + 10),
      packed: source.readUInt32LE(at + 20),
      at: source.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + source.readUInt16LE(at + 30) + source.readUInt16LE(at + 32)
  }
  return entries
}

function contentOf(source: Buffer, { method, packed, at }: Entry, most: number): Buffer {
  if (at + 30 > source.length || source.readUInt32LE(at) !== LOCAL_HEADER) throw broken()
  const from = at + 30 + source.readUInt16LE(at + 26) + source.readUInt16LE(at + 28)
  if (from + packed > source.length) throw broken()
  const data = source.subarray(from, from + packed)
  if (method !== 0 && method !== 8) throw broken()
  if (method === 0 && data.length > most) throw new Problem('archive-bomb', {}, 'file')
  try {
    return method === 0 ? Buffer.from(data) : inflateRawSync(data, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw code === 'ERR_BUFFER_TOO_LARGE' ? new Problem('archive-bomb', {}, 'file') : broken()
  }
}

function broken(): Problem {
  return new Problem('archive-broken', {}, 'file')
}
