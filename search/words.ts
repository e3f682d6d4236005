/**
 * The words of a query, and the same words found again in a text, so that what matched is what is shown as matched.
 *
 * Letters are compared without case, and ё as е. A word finds every word that begins with its stem; operators, quotes
 * and control characters mean nothing and are left out. Pure.
 */
export interface Query {
  /** folded words, in their order, without repeats */
  words: string[]
  /** what is searched for, to show to the visitor */
  shown: string
  /** the query was longer than what is searched for */
  cut: boolean
}

/** A piece of a text; hits are what the query found. */
export interface Part {
  text: string
  hit: boolean
}

const limits = { letters: 200, words: 8, word: 40, excerpt: 220 }

/** Reads what a visitor typed, whatever it is. */
export function queryOf(raw: string): Query {
  const plain = raw
    .slice(0, limits.letters * 10)
    .normalize('NFC')
    .replace(/[\p{C}\uFFFD]+/gu, ' ')
    .trim()
  const found = plain.slice(0, limits.letters).match(/\p{N}+(?:[-./]\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu) ?? []
  const kept = found.slice(0, limits.words).map((word) => word.slice(0, limits.word))
  const cut = raw.length > limits.letters || found.length > limits.words
  return { words: [...new Set(kept.map(fold))], shown: cut ? kept.join(' ') : plain, cut }
}

/** The text without case and with е for ё, every letter in its place. */
export function fold(text: string): string {
  return text.replace(/\p{L}/gu, (letter) => {
    const lower = letter.toLowerCase()
    return lower === 'ё' ? 'е' : lower.length === letter.length ? lower : letter
  })
}

/** A word of a query inside a pattern. A hyphen stands for itself: with a backslash it is a fault of the pattern. */
export function literal(word: string): string {
  return word.replace(/[./]/g, '\\$&')
}

/** The text in pieces, with what begins with one of `starts` marked to the end of its word. */
export function marked(text: string, starts: readonly string[]): Part[] {
  if (starts.length === 0) return [{ text, hit: false }]
  const any = starts.map(literal).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})[\\p{L}\\p{N}]*`, 'gu')
  const parts: Part[] = []
  let from = 0
  for (const { index, 0: word } of fold(text).matchAll(pattern)) {
    if (index > from) parts.push({ text: text.slice(from, index), hit: false })
    parts.push({ text: text.slice(index, index + word.length), hit: true })
    from = index + word.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), hit: false })
  return parts
}

/** The sentence around the first hit, cut at spaces, with its hits marked; the beginning of the text without a hit. */
export function excerpt(text: string, starts: readonly string[]): Part[] {
  const flat = text.replace(/\s+/g, ' ').trim()
  const parts = marked(flat, starts)
  const before = parts[0]?.hit ? 0 : (parts[0]?.text.length ?? 0)
  const first = parts.some(({ hit }) => hit) ? before : 0
  const from = first < 80 ? 0 : flat.indexOf(' ', first - 60) + 1
  const end =
    flat.length - from <= limits.excerpt ? flat.length : flat.lastIndexOf(' ', from + limits.excerpt)
  const to = end > from ? end : Math.min(flat.length, from + limits.excerpt)
  const words = `${from > 0 ? '… ' : ''}${flat.slice(from, to)}${to < flat.length ? ' …' : ''}`
  return marked(words, starts)
}
