/**
 * A tar file, written and read as a stream: the copy of an instance can be looked into with any tool.
 *
 * The ustar subset that we need: plain files, names up to 255 bytes, sizes past 8 GiB in base 256 as GNU tar does.
 */
import { once } from 'node:events'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'

const BLOCK = 512

export type Entry = { name: string; size: number; offset: number }

/** Begins a new file, readable by its owner only. */
export function createTar(path: string) {
  const out = createWriteStream(path, { mode: 0o600 })
  const failure = once(out, 'error').then(([error]) => Promise.reject(error))
  failure.catch(() => {})
  const settle = <T>(work: Promise<T>) => Promise.race([work, failure])
  return {
    addBytes: (name: string, bytes: Buffer) =>
      settle(
        write(out, header(name, bytes.length))
          .then(() => write(out, bytes))
          .then(() => pad(out, bytes.length)),
      ),
    addFile: (name: string, source: string, size: number) => settle(addFile(out, name, source, size)),
    end: () =>
      settle(
        write(out, Buffer.alloc(2 * BLOCK)).then(async () => {
          out.end()
          await once(out, 'close')
        }),
      ),
  }
}

/** Every file of a tar, in its order. A damaged header is a RangeError. */
export async function listTar(path: string): Promise<Entry[]> {
  const file = await open(path)
  try {
    const entries: Entry[] = []
    for (let at = 0; ; ) {
      const entry = await readHeader(file, at)
      if (!entry) return entries
      entries.push(entry)
      at = entry.offset + Math.ceil(entry.size / BLOCK) * BLOCK
    }
  } finally {
    await file.close()
  }
}

/** The bytes of one file of the tar. */
export function readEntry(path: string, { offset, size }: Entry): Readable {
  // An empty range cannot be said to createReadStream: its end is inclusive.
  return size === 0 ? Readable.from([]) : createReadStream(path, { start: offset, end: offset + size - 1 })
}

async function addFile(out: WriteStream, name: string, source: string, size: number) {
  await write(out, header(name, size))
  let written = 0
  for await (const chunk of createReadStream(source)) {
    written += chunk.length
    await write(out, chunk)
  }
  if (written !== size) throw new RangeError(`${source} changed while it was copied`)
  await pad(out, size)
}

async function write(out: WriteStream, bytes: Uint8Array) {
  if (!out.write(bytes)) await once(out, 'drain')
}

const pad = (out: WriteStream, size: number) => write(out, Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK))

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  const [prefix, short] = splitName(name)
  block.write(short, 0, 100, 'utf8')
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  writeSize(block, size)
  block.write('00000000000\0', 136)
  block.write('        ', 148)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  block.write(prefix, 345, 155, 'utf8')
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

function splitName(name: string): [string, string] {
  if (Buffer.byteLength(name) <= 100) return ['', name]
  for (let slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
    const [prefix, short] = [name.slice(0, slash), name.slice(slash + 1)]
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(short) <= 100) return [prefix, short]
  }
  throw new RangeError(`name too long for the archive: ${name}`)
}

function writeSize(block: Buffer, size: number) {
  if (size < 8 ** 11) return block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  block.writeUInt8(0x80, 124)
  block.writeBigUInt64BE(BigInt(size), 128)
}

async function readHeader(file: FileHandle, at: number): Promise<Entry | null> {
  const block = Buffer.alloc(BLOCK)
  const { bytesRead } = await file.read(block, 0, BLOCK, at)
  if (bytesRead === BLOCK && block.every((byte) => byte === 0)) return null
  const told = Number.parseInt(block.toString('latin1', 148, 154), 8)
  block.fill(' ', 148, 156)
  if (bytesRead < BLOCK || told !== checksum(block)) throw new RangeError(`damaged archive at byte ${at}`)
  const text = (from: number, length: number) =>
    block.toString('utf8', from, from + length).split('\0')[0] ?? ''
  const [prefix, short] = [text(345, 155), text(0, 100)]
  const large = block.readUInt8(124) === 0x80
  const size = large ? Number(block.readBigUInt64BE(128)) : Number.parseInt(text(124, 12), 8)
  return { name: prefix ? `${prefix}/${short}` : short, size, offset: at + BLOCK }
}

const checksum = (block: Buffer) => block.reduce((sum, byte) => sum + byte, 0)
