/**
 * Normalising: texts that a reader would call the same become the same, with a map back to the original offsets.
 *
 * NFC, one kind of space, quote and dash, ё as е, no soft hyphens and zero-width signs, runs of spaces as one, none at
 * the edges. Letters keep their case: a changed capital is a change.
 */
export interface Normalised {
  text: string
  /** where character i of `text` begins in the original; one more entry for the end */
  begins: Uint32Array
  /** where character i ends in the original, combining marks included */
  ends: Uint32Array
}

const spaces = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]/u
const invisible = /[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/u
const kinds: Record<string, string> = {
  ...Object.fromEntries([...'«»„“”‟″"'].map((quote) => [quote, '"'])),
  ...Object.fromEntries([..."‘’‚‛′'`"].map((quote) => [quote, "'"])),
  ...Object.fromEntries([...'‐‑‒–—―−-'].map((dash) => [dash, '-'])),
  ё: 'е',
  Ё: 'Е',
  '…': '...',
}

// Letters, digits and signs of Latin and Cyrillic: no space, nothing invisible, no mark over another letter.
const isPlain = (code: number) =>
  (code > 0x20 && code < 0x7f) || (code >= 0x400 && code <= 0x481) || (code >= 0x48a && code < 0x530)

const cluster = /\P{M}\p{M}*|\p{M}+/suy

/** A character with the marks over it; most texts have none, and looking for them costs most of the time. */
function clusterAt(text: string, index: number): string {
  const next = text.charCodeAt(index + 1)
  if (isPlain(text.charCodeAt(index)) && (isPlain(next) || next === 0x20 || Number.isNaN(next)))
    return text[index] ?? ''
  cluster.lastIndex = index
  return cluster.exec(text)?.[0] ?? text[index] ?? ''
}

/** The normalised text of a unit. Pure; linear. */
export function normalise(original: string): Normalised {
  const [begins, ends]: [number[], number[]] = [[], []]
  const pieces: string[] = []
  const put = (piece: string, begin: number, end: number) => {
    for (let i = 0; i < piece.length; i += 1) {
      begins.push(begin)
      ends.push(end)
    }
    pieces.push(piece)
  }
  for (let index = 0, end = 0; index < original.length; index = end) {
    const letter = clusterAt(original, index)
    end = index + letter.length
    const sign = isPlain(letter.charCodeAt(0)) && letter.length === 1 ? letter : letter.normalize('NFC')
    if (!isPlain(sign.charCodeAt(0))) {
      if (invisible.test(letter[0] ?? '')) continue
      if (spaces.test(sign)) {
        if (pieces.length > 0 && pieces.at(-1) !== ' ') put(' ', index, end)
        continue
      }
    }
    put(kinds[sign] ?? sign, index, end)
  }
  if (pieces.at(-1) === ' ') {
    pieces.pop()
    begins.pop()
    ends.pop()
  }
  begins.push(ends.at(-1) ?? 0)
  return { text: pieces.join(''), begins: Uint32Array.from(begins), ends: Uint32Array.from(ends) }
}

/** The place in the normalised text of an original offset: the first character that ends after it. */
export function placeOf({ ends }: Normalised, original: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) <= original) low = middle + 1
    else high = middle
  }
  return low
}
