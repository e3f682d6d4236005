/**
 * Names as lists print them: with slips of a scanner, with Latin letters, in another case than the nominative. Pure.
 *
 * A case is undone by trying: a nominative is taken for found when declining it gives the very words of the list.
 */
import { type Gender, nameInCase } from '#app/domain/documents/cases.ts'
import { scannedLetters } from '#content/person-words.ts'
import type { GrammaticalCase } from '#content/types.ts'
import { foldName } from './people-list.ts'

export interface PrintedName {
  family: string
  given: string
  patronymic: string
}

export interface ReadName {
  /** as it will be known; several when the words may be of different people */
  names: PrintedName[]
  /** what was changed on the way, and from what */
  changed: { code: 'signs' | 'nominative'; from: string }[]
}

const lookalikes: Readonly<Record<string, string>> = {
  ...{ A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У' },
  ...{ a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у', ...scannedLetters },
}

/** The name of a row; null where no family and given name can be read, or signs are left that no name has. */
export function readName(printed: PrintedName): ReadName | null {
  const from = fullName(printed)
  const put = {
    family: tidied(printed.family),
    given: tidied(printed.given),
    patronymic: tidied(printed.patronymic),
  }
  const whole = fullName(put)
  if (put.family === '' || put.given === '' || !/^[\p{L}\s.'’-]+$/u.test(whole)) return null
  const changed: ReadName['changed'] = foldName(whole) === foldName(from) ? [] : [{ code: 'signs', from }]
  const names = nominatives(put)
  if (names.length === 0) return { names: [put], changed }
  return { names, changed: [...changed, { code: 'nominative', from: whole }] }
}

/** Family name, given name and patronymic of one cell; what stands after a comma or in brackets is left aside. */
export function splitName(cell: string): PrintedName {
  const [words = ''] = cell.replace(/^\d{1,4}\s*[.)]\s*/, '').split(/[,;(]|\s[–—-]\s/)
  const spaced = words.replace(/\.(?=\p{L})/gu, '. ')
  const [family = '', given = '', ...rest] = spaced.trim().split(/\s+/)
  return { family, given, patronymic: rest.join(' ') }
}

/** In one line, without double spaces. */
export function fullName({ family, given, patronymic }: PrintedName): string {
  return [family, given, patronymic].filter(Boolean).join(' ')
}

/** A letter with a dot, or alone. */
export function isInitial(word: string): boolean {
  return /^\p{L}\.?$/u.test(word)
}

/** Lookalikes as Cyrillic letters inside words of them, each part with a capital. */
function tidied(word: string): string {
  const words = word.normalize('NFC').replace(/ё/g, 'ё').replace(/\s+/g, ' ').trim()
  const put = words.replace(/\S+/gu, (one) =>
    /[а-яё]/iu.test(one) ? [...one].map((letter) => lookalikes[letter] ?? letter).join('') : one,
  )
  return put === put.toUpperCase() || put === put.toLowerCase() ? capitals(put.toLowerCase()) : put
}

const capitals = (words: string) =>
  words.replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

type Oblique = Exclude<GrammaticalCase, 'nominative'>

// What a patronymic ends in tells gender and case; endings of the nominative tell that nothing is to be done.
const told: readonly [sign: RegExp, gender: Gender, cases: readonly Oblique[], nominative: string][] = [
  [/(вн|чн|шн)у$/iu, 'female', ['accusative'], '$1а'],
  [/(вн|чн|шн)ы$/iu, 'female', ['genitive'], '$1а'],
  [/(вн|чн|шн)е$/iu, 'female', ['dative'], '$1а'],
  [/(вн|чн|шн)(?:ой|ою)$/iu, 'female', ['instrumental'], '$1а'],
  [/(ич)а$/iu, 'male', ['genitive', 'accusative'], '$1'],
  [/(ич)у$/iu, 'male', ['dative'], '$1'],
  [/(ич)[её]м$/iu, 'male', ['instrumental'], '$1'],
]

// Endings of a case and what may stand in the nominative instead.
const undone: readonly [ending: RegExp, instead: readonly string[]][] = [
  [/ого$/u, ['ий', 'ый', 'ой']],
  [/его$/u, ['ий']],
  [/ому$/u, ['ий', 'ый', 'ой']],
  [/ему$/u, ['ий']],
  [/ую$/u, ['ая']],
  [/юю$/u, ['яя']],
  [/ой$/u, ['а', 'ая']],
  [/ей$/u, ['я', 'а', 'ая', 'яя']],
  [/ью$/u, ['ь']],
  [/ым$/u, ['', 'ый', 'ой']],
  [/им$/u, ['', 'ий']],
  [/ом$/u, ['']],
  [/ем$/u, ['', 'й', 'ь']],
  [/у$/u, ['а', '']],
  [/ю$/u, ['я', 'й', 'ь']],
  [/ы$/u, ['а']],
  [/и$/u, ['а', 'я', 'ь', 'ия']],
  [/е$/u, ['а', 'я']],
  [/а$/u, ['']],
  [/я$/u, ['й', 'ь']],
]

/** Nominatives that decline to these words; none when they are in the nominative, or nothing fits. */
function nominatives(name: PrintedName): PrintedName[] {
  for (const [sign, gender, cases, nominative] of told) {
    if (!sign.test(name.patronymic)) continue
    const patronymic = name.patronymic.replace(sign, nominative)
    const whole = foldName(fullName(name))
    const found = guesses(name.family).flatMap((family) =>
      guesses(name.given).flatMap((given) => {
        const one = { family, given, patronymic }
        const fits = cases.some((wanted) => foldName(nameInCase(fullName(one), wanted, gender)) === whole)
        return fits ? [one] : []
      }),
    )
    return found
  }
  return []
}

function guesses(word: string): string[] {
  const forms = undone.flatMap(([ending, instead]) =>
    ending.test(word) ? instead.map((end) => word.replace(ending, end)) : [],
  )
  return [...new Set([...forms, word])].filter((form) => form.length > 1)
}
