/**
 * Places of works within their nominations. Pure.
 *
 * The rule is published with the contest: the higher score; at the same score the higher median of its experts, then the
 * higher lowest one; after that the place is shared, and the next one is as far away as there are works before it. A work
 * without marks has no place. Scores cleared of severity stand beside, with the places they would give.
 */
import { adjusted } from '#app/domain/panels/agreement/severity.ts'
import { compared, type Fraction, fraction, numeric } from '#app/domain/panels/fractions.ts'
import { type Scored, summed } from './scoring.ts'

export interface Nomination {
  id: string
  winners: number
  prizes: number
}
export interface PlacingRules {
  nominations: readonly Nomination[]
  /** by which score places are given */
  by: 'raw' | 'adjusted'
  /** works below which nothing is said of severity */
  smallBatch: number
}
export interface Placed extends Scored {
  place: number | null
  award: 'winner' | 'prize' | 'none'
  adjusted: Fraction | null
  adjustedPlace: number | null
  /** best and worst place when any one of its sheets is left out; null with less than two */
  range: [number, number] | null
}
export interface Placing {
  works: Placed[]
  /** by how many points each expert marks above the others, in thousandths; null: too few works, or they do not meet */
  leniency: { person: number; by: number }[] | null
  /** why nothing is cleared of severity */
  silence: 'small' | 'apart' | null
  /** the score that gave the places */
  by: 'raw' | 'adjusted'
}
type Key = readonly (Fraction | null)[]

export function placed(all: readonly Scored[], { nominations, by, smallBatch }: PlacingRules): Placing {
  const cleared = clearedOf(all, smallBatch)
  const used = by === 'adjusted' && cleared.silence === null ? 'adjusted' : 'raw'
  const works = all.map((work): Placed => {
    const beside = all.filter(({ nominationId }) => nominationId === work.nominationId)
    const cleanKey = ({ code }: Scored): Key => [cleared.scores.get(code) ?? null]
    const keyOf = used === 'adjusted' ? (one: Scored): Key => [...cleanKey(one), ...rawKey(one)] : rawKey
    const place = placeOf(keyOf(work), beside.map(keyOf))
    const clean = cleared.scores.get(work.code) ?? null
    return {
      ...work,
      place,
      award: awardOf(
        place,
        nominations.find(({ id }) => id === work.nominationId),
      ),
      adjusted: clean,
      adjustedPlace: clean ? placeOf(cleanKey(work), beside.map(cleanKey)) : null,
      range: rangeOf(work, beside),
    }
  })
  const { leniency, silence } = cleared
  return { works, leniency, silence, by: used }
}

const rawKey = ({ score, median, least }: Scored): Key => [score, median, least]

/** One more than there are works before it; null without a score. */
function placeOf(own: Key, beside: readonly Key[]): number | null {
  if (own[0] === null) return null
  return 1 + beside.filter((other) => other[0] !== null && before(other, own)).length
}

function before(a: Key, b: Key): boolean {
  for (const [at, one] of a.entries()) {
    const other = b[at]
    if (!one || !other) continue
    const difference = compared(one, other)
    if (difference !== 0) return difference > 0
  }
  return false
}

/** Whoever shares a place that is awarded has the award. */
function awardOf(place: number | null, nomination: Nomination | undefined): Placed['award'] {
  if (place === null || !nomination) return 'none'
  const { winners, prizes } = nomination
  return place <= winners ? 'winner' : place <= winners + prizes ? 'prize' : 'none'
}

function rangeOf(work: Scored, beside: readonly Scored[]): Placed['range'] {
  const known = work.sheets.flatMap(({ score }) => (score ? [score] : [])).sort(compared)
  if (known.length < 2) return null
  const others = beside.filter(({ code }) => code !== work.code).map(rawKey)
  const places = known.map((_, out) => {
    const left = summed(known.filter((_, at) => at !== out))
    return placeOf([left.score, left.median, left.least], others) ?? 1
  })
  return [Math.min(...places), Math.max(...places)]
}

interface Cleared {
  scores: Map<string, Fraction>
  leniency: Placing['leniency']
  silence: Placing['silence']
}

/** Scores without the severity of experts, to thousandths; nothing where works are few or do not share experts. */
function clearedOf(all: readonly Scored[], smallBatch: number): Cleared {
  const people = [...new Set(all.flatMap(({ sheets }) => sheets.map(({ person }) => person)))].sort(
    (a, b) => a - b,
  )
  const marks = all.map(({ sheets }) =>
    people.map((person) => {
      const own = sheets.find((sheet) => sheet.person === person)?.score
      return own ? Math.round(numeric(own) * 1000) / 1000 : null
    }),
  )
  const judged = all.filter(({ score }) => score !== null).length
  if (judged < smallBatch) return { scores: new Map(), leniency: null, silence: 'small' }
  const { objects, judges, parts } = adjusted(marks)
  if (parts !== 1) return { scores: new Map(), leniency: null, silence: 'apart' }
  const scores = new Map(
    all.flatMap(({ code }, at) => {
      const found = objects[at]
      return found ? [[code, thousandths(found.adjusted)] as const] : []
    }),
  )
  const leniency = people.flatMap((person, at) => {
    const found = judges[at]
    return found ? [{ person, by: Math.round(numeric(found.leniency) * 1000) }] : []
  })
  return { scores, leniency, silence: null }
}

const thousandths = (value: Fraction) => fraction(Math.round(numeric(value) * 1000), 1000)
