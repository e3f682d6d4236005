/**
 * Judging: who a row of a list of people is. A name alone never makes two people one: a number or the place of work
 * must agree, else a person decides. Reasons are codes with the facts their sentence needs. Pure.
 */
import { dayIn, type Reason } from '#app/domain/organisations/judging.ts'
import { fullName, isInitial, type PrintedName, readName, splitName } from './listed-names.ts'
import { foldName } from './people-list.ts'
import { type KnownPerson, type Near, nearness, type PersonIndex } from './person-index.ts'

export interface KnownPlace {
  id: string
  name: string
  /** the day from which it no longer works */
  closedFrom: string | null
}

export interface KnownDirection {
  versionId: string
  directionId: string
  tier: 'federal' | 'regional' | 'municipal' | 'institutional'
  /** of its list: it was there on the day of the order */
  there: boolean
}

/** What the judge asks about; each answers from what was read before. */
export interface Knowledge {
  index: PersonIndex
  /** organisations called so; in the municipality that is named, when one is */
  places(words: string, municipality: string): KnownPlace[]
  /** null for a list that goes to people alone */
  order: null | {
    day: string
    direction(words: string): KnownDirection | null
    /** who has a status in the direction on days of the term, or stands in the list of the order */
    obstacle(
      personId: string,
      direction: KnownDirection,
      term: { from: string; to: string | null },
    ): string | null
  }
  /** from which day a place of work is known */
  day: string
}

export interface ReadPerson extends PrintedName {
  post: string
  placeId: string | null
  place: string
  direction: KnownDirection | null
  from: string | null
  to: string | null
  differs: string[]
}

export interface JudgedPerson {
  verdict: 'new' | 'same' | 'probable' | 'rejected'
  reasons: Reason[]
  read: ReadPerson | null
  matches: { id: string; name: string; href: string; reasons: Reason[] }[]
}

/** The judge of one list. `seen` of it are the rows above. */
export function personJudge(known: Knowledge) {
  const seen = new Map<string, number>()
  return (at: number, cell: (field: string) => string): JudgedPerson => {
    const printed = printedName(cell)
    const name = readName(printed)
    if (!name) return rejected(nameReason(printed))
    const changed: Reason[] = name.changed.map(({ code, from }) => ({ code, facts: { from } }))
    const { read, wrong, told } = readRest(known, cell, name.names[0] as PrintedName)
    if (wrong) return rejected(wrong)
    const judged = judgedName(known, name.names, read, cell('number'))
    // Who a probable row is, is decided later; writing refuses one person by two rows.
    if (judged.verdict === 'new' || judged.verdict === 'same') {
      const who = judged.matches[0]?.id ?? `${foldName(fullName(read))} ${read.placeId ?? read.place}`
      const key = `${who} ${read.direction?.directionId ?? ''}`
      const above = seen.get(key)
      if (above !== undefined) return rejected({ code: 'twice', facts: { line: above } })
      seen.set(key, at)
    }
    return { ...judged, reasons: [...judged.reasons, ...changed, ...told] }
  }
}

const rejected = (reason: Reason, matches: JudgedPerson['matches'] = []): JudgedPerson => ({
  ...{ verdict: 'rejected', reasons: [reason], read: null, matches },
})

function printedName(cell: (field: string) => string): PrintedName {
  const parts = { family: cell('family'), given: cell('given'), patronymic: cell('patronymic') }
  const whole = cell('fullName') || (parts.given === '' ? parts.family : '')
  return whole === '' ? parts : splitName(whole)
}

function nameReason(printed: PrintedName): Reason {
  const name = fullName(printed)
  return printed.family === '' || printed.given === ''
    ? { code: 'no-person' }
    : { code: 'not-name', facts: { name } }
}

/** Work, direction and term; `wrong` rejects the row, `told` is only said. */
function readRest(known: Knowledge, cell: (field: string) => string, name: PrintedName) {
  const told: Reason[] = []
  const [from, to] = [dayIn(cell('from')), dayIn(cell('to'))]
  const read: ReadPerson = {
    ...{ ...name, post: cell('post').slice(0, 300), place: cell('organisation'), placeId: null },
    ...{ direction: null, from: from ?? null, to: to ?? null, differs: [] },
  }
  const wrong = (code: string, facts?: Record<string, string>) => ({
    read,
    wrong: { code, ...(facts ? { facts } : {}) },
    told,
  })
  if (Object.values(name).some((part) => part.length > 100)) return wrong('too-long')
  if (from === undefined || to === undefined) return wrong('day')
  if (from && to && to < from) return wrong('days')
  const places = read.place === '' ? [] : known.places(read.place, cell('municipality'))
  const [place] = places
  if (places.length > 1) told.push({ code: 'many-organisations', facts: { name: read.place } })
  else if (place?.closedFrom && place.closedFrom <= known.day)
    return wrong('closed-before', { name: place.name, day: place.closedFrom })
  else if (place) read.placeId = place.id
  else if (read.place !== '') told.push({ code: 'no-organisation', facts: { name: read.place } })
  if (read.placeId && read.post === '') told.push({ code: 'no-post' })
  if (!known.order) return { read, wrong: null, told }
  const direction = known.order.direction(cell('direction'))
  if (!direction)
    return cell('direction') === '' ? wrong('no-direction') : wrong('direction', { name: cell('direction') })
  if (!direction.there) return wrong('direction-later')
  read.direction = direction
  return { read, wrong: null, told }
}

function judgedName(
  known: Knowledge,
  names: readonly PrintedName[],
  read: ReadPerson,
  number: string,
): JudgedPerson {
  const asked = /^(?:№\s*)?([1-9]\d{0,8})$/.exec(number)?.[1]
  if (asked) return byNumber(known, Number(asked), names, read)
  const near = names.flatMap((name) => known.index.near(name))
  const exact = near.filter((one) => one.exact)
  const here = exact.filter(({ person }) => read.placeId !== null && person.places.includes(read.placeId))
  const [only] = here
  if (only && here.length === 1) return sameOf(known, only.person, read, { code: 'by-work' })
  if (near.length === 0) {
    const initials = isInitial(read.given)
    return initials ? rejected({ code: 'initials' }) : { verdict: 'new', reasons: [], read, matches: [] }
  }
  const matches = near.slice(0, 5).map((one) => matchOf(one.person, whyNear(one, read)))
  return { verdict: 'probable', reasons: [{ code: 'alike' }], read, matches }
}

function byNumber(
  known: Knowledge,
  number: number,
  names: readonly PrintedName[],
  read: ReadPerson,
): JudgedPerson {
  const person = known.index.byNumber(number)
  if (!person) return rejected({ code: 'no-number', facts: { number } })
  const fits = names.some((name) => nearness(name, person) !== null)
  if (!fits) return rejected({ code: 'other-person', facts: { number } })
  return sameOf(known, person, read, { code: 'by-number' })
}

/** The person is known: what the list says otherwise, and whether the line may be written. */
function sameOf(known: Knowledge, person: KnownPerson, read: ReadPerson, why: Reason): JudgedPerson {
  const match = matchOf(person, [])
  if (known.order && read.direction) {
    const term = { from: read.from ?? known.order.day, to: read.to }
    const code = known.order.obstacle(person.id, read.direction, term)
    if (code) return rejected({ code }, [match])
  }
  const differs = [
    ...(foldName(fullName(read)) !== foldName(fullName(person)) ? ['person'] : []),
    ...(read.placeId && read.placeId !== person.placeId ? ['organisation'] : []),
    ...(read.placeId === person.placeId && read.post !== '' && read.post !== person.post ? ['post'] : []),
  ].filter((field) => field === 'person' || read.post !== '')
  return { verdict: 'same', reasons: [why], read: { ...read, differs }, matches: [match] }
}

function whyNear({ person, exact, reasons }: Near, { placeId }: ReadPerson): Reason[] {
  const work = placeId === null ? 'no-work' : person.places.includes(placeId) ? 'same-work' : 'other-work'
  return [...(exact ? [{ code: 'same-full-name' }] : reasons), { code: work }]
}

function matchOf(person: KnownPerson, reasons: Reason[]): JudgedPerson['matches'][number] {
  const { id, number } = person
  return { id, name: `${fullName(person)}, №\u00a0${number}`, href: `/experts/${number}`, reasons }
}
