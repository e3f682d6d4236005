/**
 * Names of organisations, folded for comparison: legal forms, quotes and the kind in its long or short form say nothing
 * about which school it is; the number and the proper name do. Pure.
 */
import { legalForms, sameWords, typeSigns } from '#content/organisation-words.ts'

/** Small letters, е for ё, Latin lookalikes as Cyrillic, no quotes, single spaces. */
export function foldedName(name: string): string {
  return cyrillic(name.normalize('NFC').toLowerCase())
    .replaceAll('ё', 'е')
    .replace(/[«»"“”„'`’]/g, ' ')
    .replace(/№\s*/g, ' ')
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What is left of a folded name when legal forms are gone and the kinds are said in one way. */
export function coreOf(name: string): string {
  let words = foldedName(name)
  for (const form of legalForms) words = words.replace(form, ' ')
  for (const [long, short] of sameWords) words = words.replace(long, ` ${short} `)
  return words.replace(/\s+/g, ' ').trim()
}

/** Numbers in a name, without leading zeros: «№ 012» is «12». */
export function numbersIn(name: string): string[] {
  return (foldedName(name).match(/\d+/g) ?? []).map((digits) => String(Number(digits)))
}

/** Code of the type that the name tells of; null when it tells none. */
export function typeIn(name: string): string | null {
  const folded = foldedName(name)
  return typeSigns.find(([, sign]) => sign.test(folded))?.[0] ?? null
}

/** How alike two names are, from 0 to 1: the share of letter pairs in common (Dice). */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  if (a.length === 0 || b.length === 0) return one === other ? 1 : 0
  const left = new Map<string, number>()
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of b) {
    const count = left.get(pair) ?? 0
    if (count === 0) continue
    shared += 1
    left.set(pair, count - 1)
  }
  return (2 * shared) / (a.length + b.length)
}

/** The control digit of a taxpayer number of an organisation holds. */
export function isInn(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false
  const weights = [2, 4, 10, 3, 5, 9, 4, 6, 8]
  const sum = weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0)
  return (sum % 11) % 10 === Number(digits[9])
}

const lookalikes: Record<string, string> = {
  ...{ a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у' },
}

/** Latin letters inside a Cyrillic word are slips of a scanner or of a keyboard. */
function cyrillic(words: string): string {
  return words.replace(/[\p{L}]+/gu, (word) =>
    /[а-яё]/.test(word) ? [...word].map((letter) => lookalikes[letter] ?? letter).join('') : word,
  )
}

function pairsOf(words: string): string[] {
  return words
    .split(' ')
    .flatMap((word) =>
      word.length < 2 ? [word] : Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)),
    )
}
