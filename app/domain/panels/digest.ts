/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, in plain integers: the server and a visitor's browser replay a lot alike.
 */
const primes = (count: number) => {
  const found: number[] = []
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}
// First 32 bits of the fractional parts of the roots of the first primes, as the standard defines its constants.
const bits = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0
const constants = primes(64).map((prime) => bits(Math.cbrt(prime)))
const start = primes(8).map((prime) => bits(Math.sqrt(prime)))

/** The eight 32-bit words of the digest, as unsigned integers. */
export function digestWords(text: string): number[] {
  const message = padded(new TextEncoder().encode(text))
  const state = [...start]
  const words = new Int32Array(64)
  for (let at = 0; at < message.byteLength; at += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = message.getInt32(at + i * 4)
    compress(state, words)
  }
  return state.map((word) => word >>> 0)
}

/** The digest as 64 hexadecimal digits. */
export function digestHex(text: string): string {
  return digestWords(text)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('')
}

function compress(state: number[], words: Int32Array) {
  for (let i = 16; i < 64; i += 1) {
    const [early, late] = [words[i - 15] as number, words[i - 2] as number]
    const small = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const big = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    words[i] = ((words[i - 16] as number) + small + (words[i - 7] as number) + big) | 0
  }
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i += 1) {
    const choice = (e & f) ^ (~e & g)
    const first =
      (h +
        (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
        choice +
        (constants[i] as number) +
        (words[i] as number)) |
      0
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] as number) + word) | 0
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function padded(bytes: Uint8Array): DataView {
  const length = (((bytes.length + 8) >> 6) + 1) * 64
  const view = new DataView(new ArrayBuffer(length))
  for (const [at, byte] of bytes.entries()) view.setUint8(at, byte)
  view.setUint8(bytes.length, 0x80)
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(length - 4, bytes.length << 3)
  return view
}
