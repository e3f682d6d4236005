/** Bytes of a text → words: Unicode by its signs, else the Russian encoding that gives the most likely words. Pure. */
import { Refusal } from './refusal.ts'

// Of a hundred letters of Russian text about sixty are these; a wrong encoding gives other letters or capitals.
const frequent = /[оеаинтсрвлк]/g
const letters = /[а-яё]/giu
const russian = ['windows-1251', 'koi8-r', 'ibm866'] as const
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has
const foreign = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g

/** The text; Refusal('import-type') for bytes that are none in any encoding known here. */
export function decoded(bytes: Uint8Array): string {
  const text = marked(bytes) ?? utf8(bytes) ?? wide(bytes) ?? russianText(bytes)
  if (text === null || (text.match(foreign)?.length ?? 0) > text.length / 100)
    throw new Refusal('import-type')
  return text.replace(/^\ufeff/, '')
}

function marked(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return a === 0xef && b === 0xbb && c === 0xbf ? new TextDecoder('utf-8').decode(bytes) : null
}

function utf8(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without a sign of its order: every Cyrillic letter has 04 in one half, every space 00. */
function wide(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null
  const sample = bytes.subarray(0, 4000)
  const high = [0, 0]
  for (let at = 0; at < sample.length; at += 1)
    if ((sample[at] ?? 9) <= 4) high[at % 2] = (high[at % 2] ?? 0) + 1
  const half = sample.length / 2
  const [even = 0, odd = 0] = high
  if (odd > half * 0.8 && even < half * 0.5) return new TextDecoder('utf-16le').decode(bytes)
  return even > half * 0.8 && odd < half * 0.5 ? new TextDecoder('utf-16be').decode(bytes) : null
}

function russianText(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null
  const found = russian.map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes)
    return { text, score: likely(text.slice(0, 20_000)) }
  })
  const best = found.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score > 0.2 ? best.text : null
}

/** How many of the signs outside ASCII are frequent small Russian letters; little when few are letters at all. */
function likely(text: string): number {
  const outside = text.match(/[\u0080-\uffff]/g)?.length ?? 0
  const known = text.match(letters)?.length ?? 0
  return outside === 0 || known < outside * 0.7 ? 0 : (text.match(frequent)?.length ?? 0) / outside
}
