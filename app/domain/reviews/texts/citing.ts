/**
 * Citing: from «п. 3.2», «абзац 4 раздела III» or «3.2» to the units of a document.
 *
 * A reference and an address are both taken apart into named parts, in whatever order they are written. A unit is meant
 * when its address has every part of the reference and its own last part is one of them: «раздел III» is the heading,
 * not all that stands under it. Two units that fit are a question to a person, never a guess. Pure.
 */
import { citedParts, wholeDocument } from '#content/table-heads.ts'
import { bareNumber } from './numbers.ts'

export interface CitedUnit {
  blockId: string
  kind: string
  number: string | null
  address: string
}
export type Cited =
  | { found: 'unit'; blockId: string }
  | { found: 'document' }
  /** several fit, or one only nearly: in the order of the text, at most CANDIDATES */
  | { found: 'several'; blockIds: string[] }
  | { found: 'nothing' }

interface Part {
  name: string
  value: string
}

const CANDIDATES = 12
const LONGEST = 400
const value = String.raw`(?:[«"“][^»"”]{1,80}[»"”]|\d{1,3}(?:\.\d{1,3}){0,6}|[ivxlc]{1,7}(?![а-яa-z])|[а-яёa-z](?=[)»"\s,.;]|$))`
const between = String.raw`\s*(?:,|;|и|–|—|-)\s*`

/** The units that a reference means. */
export function cite(reference: string, units: readonly CitedUnit[]): Cited {
  const words = folded(reference)
  if (words === '') return { found: 'nothing' }
  if (wholeDocument.test(words)) return { found: 'document' }
  const groups = alternatives(partsOf(words)).map(withoutSection)
  if (groups.length === 0) return bare(words, units)
  const places = units.map((unit) => ({ unit, parts: partsOf(folded(unit.address)).map(single) }))
  const met = places.filter(({ parts }) => groups.some((group) => means(group, parts)))
  if (met.length > 0) return chosen(met.map(({ unit }) => unit))
  // The point is known, what is cited inside of it is not: a person looks there.
  const coarse = groups.map((group) => group.filter(({ name }) => name !== 'абз.' && name !== 'подп.'))
  const near = places.filter(({ parts }) =>
    coarse.some((group) => group.length > 0 && means(group, parts.slice(0, group.length))),
  )
  return near.length === 0
    ? { found: 'nothing' }
    : { found: 'several', blockIds: near.slice(0, CANDIDATES).map(({ unit }) => unit.blockId) }
}

/** «3.2» is one place in a document and its address names no section. */
function withoutSection(group: readonly Part[]): Part[] {
  const unique = group.some((part) => part.name === 'п.' && part.value.includes('.'))
  return group.filter(({ name }) => !unique || (name !== 'раздел' && name !== 'глава'))
}

function chosen(units: readonly CitedUnit[]): Cited {
  const [first, second] = units
  if (first && !second) return { found: 'unit', blockId: first.blockId }
  return { found: 'several', blockIds: units.slice(0, CANDIDATES).map(({ blockId }) => blockId) }
}

/** A number alone: the printed number of a unit, wherever it stands. */
function bare(words: string, units: readonly CitedUnit[]): Cited {
  const numbers = words.match(/^№?\s*([\d.]+|[ivxlc]+)[.)]?$/)
  const number = numbers?.[1]?.replace(/\.+$/, '')
  if (!number) return { found: 'nothing' }
  const own = (unit: CitedUnit) => unit.number !== null && folded(bareNumber(unit.number)) === number
  const met = units.filter((unit) => own(unit) || partsOf(folded(unit.address)).at(-1)?.values[0] === number)
  return met.length === 0 ? { found: 'nothing' } : chosen(met)
}

function means(group: readonly Part[], address: readonly Part[]): boolean {
  const has = (one: Part) => address.some((part) => part.name === one.name && part.value === one.value)
  const last = address.at(-1)
  return (
    last !== undefined &&
    group.every(has) &&
    group.some(({ name, value: said }) => name === last.name && said === last.value)
  )
}

const patterns = citedParts.map(([name, words]) => ({
  name,
  pattern: new RegExp(`(?<![а-яёa-z])(?:${words})\\s*№?\\s*(${value}(?:${between}${value})*)`, 'giu'),
}))

/** Named parts with the values that follow each; each stretch of the words belongs to the first that takes it. */
function partsOf(words: string): { name: string; values: string[]; at: number }[] {
  let rest = words
  const parts: { name: string; values: string[]; at: number }[] = []
  for (const { name, pattern } of patterns)
    rest = rest.replace(pattern, (all: string, said: string, at: number) => {
      const values = [...said.matchAll(new RegExp(value, 'giu'))].map(([one]) => plain(one))
      parts.push({ name, values, at })
      return ' '.repeat(all.length)
    })
  return parts.sort((a, b) => a.at - b.at)
}

function single({ name, values }: { name: string; values: string[] }): Part {
  return { name, value: values[0] ?? '' }
}

/** «пп. 3.2 и 3.4» are two places, «подп. а п. 3.2» is one. */
function alternatives(parts: readonly { name: string; values: string[] }[]): Part[][] {
  let groups: Part[][] = parts.length > 0 ? [[]] : []
  for (const { name, values } of parts)
    groups = groups
      .flatMap((group) => values.slice(0, CANDIDATES).map((one) => [...group, { name, value: one }]))
      .slice(0, 64)
  return groups
}

const plain = (said: string) =>
  said
    .replace(/[«»"“”]/g, '')
    .trim()
    .slice(0, 40)

function folded(words: string): string {
  return words
    .slice(0, LONGEST)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/(\d)\.(?=\s|$|,|;)/g, '$1')
    .trim()
}
