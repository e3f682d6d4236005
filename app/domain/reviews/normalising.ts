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

/** The normalised text of a unit. Pure; linear. */
export function normalise(original: string): Normalised {
  const [begins, ends]: [number[], number[]] = [[], []]
  let text = ''
  const put = (piece: string, begin: number, end: number) => {
    for (let i = 0; i < piece.length; i += 1) {
      begins.push(begin)
      ends.push(end)
    }
    text += piece
  }
  for (const { 0: cluster, index } of original.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const end = index + cluster.length
    const sign = cluster.normalize('NFC')
    if (invisible.test(cluster[0] ?? '')) continue
    if (spaces.test(sign)) {
      if (text !== '' && !text.endsWith(' ')) put(' ', index, end)
      continue
    }
    put(kinds[sign] ?? sign, index, end)
  }
  if (text.endsWith(' ')) {
    text = text.slice(0, -1)
    begins.pop()
    ends.pop()
  }
  begins.push(ends.at(-1) ?? 0)
  return { text, begins: Uint32Array.from(begins), ends: Uint32Array.from(ends) }
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
