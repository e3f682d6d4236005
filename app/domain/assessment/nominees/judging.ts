/**
 * Judging: whom a row of a nomination names. A number of an own person says it, or the full name with the work that the
 * registry knows; a name alone never does: it is a namesake to be chosen, or somebody the registry does not know yet.
 * Pure.
 */
import { readName, splitName } from '#app/domain/experts/listed-names.ts'
import { foldName, listedPeople } from '#app/domain/experts/people-list.ts'
import type { Reason } from '#app/domain/organisations/judging.ts'
import { coreOf } from '#app/domain/organisations/names.ts'

export interface KnownNominee {
  id: string
  number: number
  name: string
  folded: string
  /** works at one of the nominator's organisations */
  own: boolean
  /** organisations of today */
  places: readonly string[]
  work: string | null
  stop: 'holds' | 'open' | null
}

export interface OwnPlace {
  id: string
  name: string
  spellings: readonly string[]
}

export interface NomineeKnowledge {
  people: readonly KnownNominee[]
  places: readonly OwnPlace[]
  /** where people of rows without an organisation work; null when it has to be said */
  place: OwnPlace | null
  self: string
}

export interface ReadNominee {
  family: string
  given: string
  patronymic: string
  placeId: string | null
  post: string
  email: string
}

export interface JudgedNominee {
  verdict: 'new' | 'same' | 'probable' | 'rejected'
  reasons: Reason[]
  read: ReadNominee | null
  matches: { id: string; name: string; href: string; reasons: Reason[] }[]
}

type Cell = (field: string) => string

/** The judge of one list; it remembers the rows above. */
export function nomineeJudge(known: NomineeKnowledge) {
  const seen = new Map<string, number>()
  return (at: number, cell: Cell): JudgedNominee => {
    const judged = judge(known, cell)
    if (judged.verdict !== 'same' && judged.verdict !== 'new') return judged
    const { family = '', given = '', patronymic = '', placeId } = judged.read ?? {}
    const key = judged.matches[0]?.id ?? foldName(`${family} ${given} ${patronymic} ${placeId}`)
    const above = seen.get(key)
    if (above !== undefined) return rejected({ code: 'twice', facts: { line: above } })
    seen.set(key, at)
    return judged
  }
}

function judge(known: NomineeKnowledge, cell: Cell): JudgedNominee {
  const said =
    cell('fullName') || [cell('family'), cell('given'), cell('patronymic')].filter(Boolean).join(' ')
  const [listed] = listedPeople(said)
  const number = Number(/\d{1,9}/.exec(cell('number'))?.[0] ?? listed?.number ?? 0)
  const read = readRow(known, cell, said)
  if ('code' in read) return rejected(read)
  if (number > 0) return byNumber(known, number, { folded: listed?.name ?? '', read })
  const name = readName(read)
  if (!name || name.names.length === 0) return rejected({ code: 'no-person' })
  return byName(
    known,
    name.names.map((one) => foldName(`${one.family} ${one.given} ${one.patronymic}`)),
    {
      ...read,
      ...name.names[0],
    },
  )
}

function byNumber(
  known: NomineeKnowledge,
  number: number,
  { folded, read }: { folded: string; read: ReadNominee },
): JudgedNominee {
  const one = known.people.find((person) => person.own && person.number === number)
  // one answer for a number that is not there, is somebody's of elsewhere, or is another person's
  if (!one || (folded !== '' && !`${one.folded} `.startsWith(`${folded} `)))
    return rejected({ code: 'not-own' })
  const stop = stopOf(known, one)
  return stop ? rejected(stop) : { verdict: 'same', reasons: [], read, matches: [matchOf(one)] }
}

function byName(known: NomineeKnowledge, names: readonly string[], read: ReadNominee): JudgedNominee {
  const alike = known.people.filter(({ folded }) => names.some((name) => near(folded, name)))
  const sure = alike.filter(
    ({ own, folded, places }) =>
      own && names.includes(folded) && read.placeId !== null && places.includes(read.placeId),
  )
  const [only] = sure
  if (only && sure.length === 1) {
    const stop = stopOf(known, only)
    if (stop) return rejected(stop)
    return { verdict: 'same', reasons: [{ code: 'by-work' }], read, matches: [matchOf(only)] }
  }
  const missing = missingFor(read)
  const free = alike.filter((one) => stopOf(known, one) === null)
  if (free.length > 0)
    return {
      verdict: 'probable',
      reasons: [{ code: 'namesake' }, ...missing],
      read,
      matches: free.map(matchOf),
    }
  const [held] = alike.flatMap((one) =>
    one.own && names.includes(one.folded) ? (stopOf(known, one) ?? []) : [],
  )
  if (held) return rejected(held)
  const [lacks] = missing
  return lacks ? rejected(lacks) : { verdict: 'new', reasons: [], read, matches: [] }
}

/** What a new entry needs and the row does not say. */
export function missingFor({ placeId, post }: Pick<ReadNominee, 'placeId' | 'post'>): Reason[] {
  return [
    ...(placeId === null ? [{ code: 'nominee-place' }] : []),
    ...(post === '' ? [{ code: 'nominee-post' }] : []),
  ]
}

const rejected = (reason: Reason): JudgedNominee => ({
  ...{ verdict: 'rejected', reasons: [reason], read: null, matches: [] },
})

/** The same name, or the same family and given name with a patronymic left out. */
function near(folded: string, name: string): boolean {
  return folded === name || `${folded} `.startsWith(`${name} `) || `${name} `.startsWith(`${folded} `)
}

function stopOf({ self }: NomineeKnowledge, { id, stop }: KnownNominee): Reason | null {
  if (id === self) return { code: 'own-nomination' }
  return stop && { code: `nominee-${stop}` }
}

function matchOf({ id, number, name, work }: KnownNominee) {
  const label = `${name}, №\u00a0${number}${work ? `, ${work}` : ''}`
  return { id, name: label, href: `/experts/${number}`, reasons: [] }
}

function readRow({ places, place }: NomineeKnowledge, cell: Cell, said: string): ReadNominee | Reason {
  const printed = splitName(said)
  const [organisation, post, email] = [cell('organisation'), cell('post'), cell('email').toLowerCase()]
  if (said.length > 200 || post.length > 200) return { code: 'too-long' }
  if (email !== '' && (email.length > 200 || !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/.test(email)))
    return { code: 'email' }
  const there =
    organisation === ''
      ? place
      : places.find(({ spellings }) => spellings.some((one) => coreOf(one) === coreOf(organisation)))
  if (!there && organisation !== '') return { code: 'nominee-organisation', facts: { name: organisation } }
  return { ...printed, placeId: there?.id ?? null, post, email }
}
