/** How Word prints a number in a format; null for a format that is not known: nothing is invented for it. Pure. */
import { roman } from '#app/editor/numerals.ts'

const LATIN = 'abcdefghijklmnopqrstuvwxyz'
// Word leaves out ё, й, ъ and ь in lists.
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщыэюя'
const formats: Record<string, (n: number) => string> = {
  decimal: String,
  decimalZero: (n) => (n < 10 ? `0${n}` : String(n)),
  numberInDash: (n) => `- ${n} -`,
  decimalEnclosedParen: (n) => `(${n})`,
  decimalEnclosedFullstop: (n) => `${n}.`,
  ordinal: (n) => `${n}-й`,
  lowerLetter: (n) => repeated(LATIN, n),
  upperLetter: (n) => repeated(LATIN, n).toUpperCase(),
  russianLower: (n) => repeated(RUSSIAN, n),
  russianUpper: (n) => repeated(RUSSIAN, n).toUpperCase(),
  lowerRoman: shortRoman,
  upperRoman: (n) => shortRoman(n).toUpperCase(),
  hex: (n) => n.toString(16).toUpperCase(),
  chicago: (n) => '*†‡§'.charAt((n - 1) % 4).repeat(Math.ceil(n / 4)),
  none: () => '',
  bullet: () => '',
}

export function numberIn(format: string, n: number): string | null {
  if (format === 'decimal' || format === 'decimalZero') return formats[format]?.(n) ?? null
  if (n < 0 || n > 100_000) return null
  // Letters and Roman figures have no zero: Word prints nothing.
  return n === 0 ? '' : (formats[format]?.(n) ?? null)
}

/** а…я, then аа, бб…: Word repeats the letter. */
function repeated(letters: string, n: number): string {
  const times = Math.ceil(n / letters.length)
  return times > 50 ? '' : letters.charAt((n - 1) % letters.length).repeat(times)
}

/** No list is that long: a number of a hundred letters is a slip of the file. */
function shortRoman(n: number): string {
  return roman(n).slice(0, 60)
}
