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

// What a sign is by its code: to be looked at closely, itself, another sign, a space.
const [CLOSELY, ITSELF, OTHER, SPACE] = [0, 1, 2, 3]
const classes = new Uint8Array(0x10000).fill(CLOSELY)
// Letters, digits and signs of Latin and Cyrillic: no space, nothing invisible, no mark over another letter.
for (const [from, to] of [
  [0x21, 0x7e],
  [0x400, 0x481],
  [0x48a, 0x52f],
] as const)
  for (let code = from; code <= to; code += 1)
    classes[code] = kinds[String.fromCharCode(code)] === undefined ? ITSELF : OTHER
classes[0x20] = SPACE

const cluster = /\P{M}\p{M}*|\p{M}+/suy

/** A character with the marks over it; most texts have none, and looking for them costs most of the time. */
function clusterAt(text: string, index: number): string {
  cluster.lastIndex = index
  return cluster.exec(text)?.[0] ?? text[index] ?? ''
}

/** The normalised text of a unit. Pure; linear. */
export function normalise(original: string): Normalised {
  const made = new Making(original)
  const { length } = original
  // the class of a sign, unless what follows may be a mark over it
  let kind = length > 0 ? (classes[original.charCodeAt(0)] ?? CLOSELY) : CLOSELY
  for (let index = 0; index < length; ) {
    const next = index + 1 < length ? (classes[original.charCodeAt(index + 1)] ?? CLOSELY) : SPACE
    if (kind === CLOSELY || next === CLOSELY) {
      const letter = clusterAt(original, index)
      made.putClosely(letter, index)
      index += letter.length
      kind = classes[original.charCodeAt(index)] ?? CLOSELY
      continue
    }
    if (kind === ITSELF) made.keep(index)
    else if (kind === SPACE) made.putSpace(index, index + 1)
    else made.put(kinds[original[index] ?? ''] ?? '', index, index + 1)
    index += 1
    kind = next
  }
  return made.finish()
}

/** A normalised text that is being put together: what stays as it is is cut out in runs. */
class Making {
  readonly #pieces: string[] = []
  #length = 0
  #run = -1
  #runEnd = -1
  #isSpaced = true
  #begins: Uint32Array
  #ends: Uint32Array

  constructor(readonly original: string) {
    this.#begins = new Uint32Array(original.length + 1)
    this.#ends = new Uint32Array(original.length + 1)
  }

  /** The sign of the original as it is. */
  keep(index: number): void {
    if (this.#runEnd !== index) {
      this.#cut()
      this.#run = index
    }
    this.#runEnd = index + 1
    this.#isSpaced = false
    this.#stands(index, index + 1)
  }

  put(piece: string, begin: number, end: number): void {
    if (piece === '') return
    this.#cut()
    this.#pieces.push(piece)
    this.#isSpaced = piece === ' '
    for (let i = 0; i < piece.length; i += 1) this.#stands(begin, end)
  }

  putSpace(begin: number, end: number): void {
    if (this.#isSpaced) return
    if (end === begin + 1 && this.original[begin] === ' ') this.keep(begin)
    else this.put(' ', begin, end)
    this.#isSpaced = true
  }

  putClosely(letter: string, index: number): void {
    if (invisible.test(letter[0] ?? '')) return
    const sign = letter.normalize('NFC')
    if (spaces.test(sign)) this.putSpace(index, index + letter.length)
    else this.put(kinds[sign] ?? sign, index, index + letter.length)
  }

  finish(): Normalised {
    this.#cut()
    const whole = this.#pieces.join('')
    const text = whole.endsWith(' ') ? whole.slice(0, -1) : whole
    const begins = this.#begins.slice(0, text.length + 1)
    const ends = this.#ends.slice(0, text.length)
    begins[text.length] = ends[text.length - 1] ?? 0
    return { text, begins, ends }
  }

  #cut(): void {
    if (this.#run >= 0) this.#pieces.push(this.original.slice(this.#run, this.#runEnd))
    this.#run = -1
    this.#runEnd = -1
  }

  #stands(begin: number, end: number): void {
    if (this.#length + 1 >= this.#begins.length) this.#grow()
    this.#begins[this.#length] = begin
    this.#ends[this.#length] = end
    this.#length += 1
  }

  #grow(): void {
    const size = this.#begins.length * 2 + 8
    const [begins, ends] = [new Uint32Array(size), new Uint32Array(size)]
    begins.set(this.#begins)
    ends.set(this.#ends)
    ;[this.#begins, this.#ends] = [begins, ends]
  }
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
