/**
 * Judging: who a row of a table of results is, and whether its result may be entered. A name alone never decides: it does
 * only where exactly one person of that name was admitted to the assessment of the direction. Pure.
 */

import { dayIn, type Reason } from '#app/domain/organisations/judging.ts'
import { candidateWords } from '#content/table-heads.ts'

export interface KnownPerson {
  id: string
  number: number
  name: string
  folded: string
  /** the person has opened the name */
  nameOpen: boolean
  /** consent to processing that stands */
  consent: boolean
  /** day of the last withdrawal of such a consent */
  withdrawnOn: string | null
  /** an application or a candidate of the direction is this person */
  concerned: boolean
  /** what was said last of being an entrepreneur */
  entrepreneur: boolean | null
  /** the last application in the direction; null: none */
  application: 'admitted' | 'waits' | 'stopped' | null
  attempts: number
  last: { earned: number; maximum: number; day: string } | null
}

export interface Knowledge {
  people: readonly KnownPerson[]
  /** whoever brings the table: nobody enters points of one's own */
  self: string
  today: string
  /** of the campaign, where the row names none */
  day: string
  maximum: number
  /** the part that makes the result */
  part: 'professional' | 'motivation'
  /** the most attempts; null: any number */
  most: number | null
}

export interface ReadResult {
  earned: number
  maximum: number
  day: string
  motivation: number | null
  motivationMaximum: number | null
  consentDay: string | null
  entrepreneur: boolean | null
}

export interface JudgedResult {
  verdict: 'same' | 'probable' | 'rejected'
  reasons: Reason[]
  read: ReadResult | null
  matches: { id: string; name: string; href: string; reasons: Reason[] }[]
}

/** The judge of one table; it remembers the rows above. */
export function resultJudge(known: Knowledge) {
  const seen = new Map<string, number>()
  return (at: number, cell: (field: string) => string): JudgedResult => {
    const read = readRow(known, cell)
    if ('code' in read) return rejected(read)
    const { fits, sure, wrong } = whoIs(known, cell)
    if (wrong) return rejected(wrong)
    const open = fits.map((person) => ({ person, stop: stopOf(known, person, read) }))
    const free = open.filter(({ stop }) => stop === null)
    const [first] = open
    if (free.length === 0) return rejected(first?.stop ?? { code: 'no-person' })
    const matches = free.map(({ person }) => ({
      ...{ id: person.id, name: labelOf(person, nameIn(cell)) },
      ...{ href: `/experts/${person.number}`, reasons: [] },
    }))
    const [only] = free
    if (!sure || free.length > 1 || !only)
      return { verdict: 'probable', reasons: [{ code: 'name-only' }], read, matches }
    const above = seen.get(only.person.id)
    if (above !== undefined) return rejected({ code: 'twice', facts: { line: above } })
    seen.set(only.person.id, at)
    const again = isLast(only.person, read)
    return { verdict: 'same', reasons: again ? [{ code: 'result-again' }] : [], read, matches }
  }
}

/** Whether this very result is the last one already. */
export function isLast({ last }: Pick<KnownPerson, 'last'>, { earned, maximum, day }: ReadResult): boolean {
  return last !== null && last.earned === earned && last.maximum === maximum && last.day === day
}

const rejected = (reason: Reason): JudgedResult => ({
  verdict: 'rejected',
  reasons: [reason],
  read: null,
  matches: [],
})

interface Who {
  fits: KnownPerson[]
  /** a number, or an application, says who it is */
  sure: boolean
  wrong: Reason | null
}

/** A hidden name is shown to whoever wrote it whole; by a number alone nobody learns it. */
function labelOf({ name, folded, nameOpen, number }: KnownPerson, said: string): string {
  return nameOpen || said === folded ? `${name}, №\u00a0${number}` : `№\u00a0${number}`
}

const nameIn = (cell: (field: string) => string) =>
  cell('fullName').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()

function whoIs({ people }: Knowledge, cell: (field: string) => string): Who {
  const name = nameIn(cell)
  const number = Number(/\d{1,9}/.exec(cell('number'))?.[0] ?? 0)
  const none = { fits: [], sure: false }
  if (number > 0) {
    const one = people.find((person) => person.number === number)
    if (!one) return { ...none, wrong: { code: 'no-number', facts: { number } } }
    if (name !== '' && !`${one.folded} `.startsWith(`${name} `))
      return { ...none, wrong: { code: 'other-person', facts: { number } } }
    return { fits: [one], sure: true, wrong: null }
  }
  if (name === '') return { ...none, wrong: { code: 'no-person' } }
  const named = people.filter(({ folded }) => folded === name)
  if (named.length === 0) return { ...none, wrong: { code: 'nobody' } }
  const admitted = named.filter(({ application }) => application === 'admitted')
  return admitted.length === 1
    ? { fits: admitted, sure: true, wrong: null }
    : { fits: named, sure: false, wrong: null }
}

/** Why this person's result may not be entered: one's own, no consent (O-11), not admitted, no attempts left. */
function stopOf({ most, self }: Knowledge, person: KnownPerson, read: ReadResult): Reason | null {
  if (person.id === self) return { code: 'own-result' }
  if (person.application === 'waits') return { code: 'consent-none' }
  if (person.application === 'stopped') return { code: 'not-admitted' }
  if (!person.consent && read.consentDay === null) return { code: 'consent-none' }
  // a paper from before the withdrawal does not bring the consent back
  if (!person.consent && (read.consentDay ?? '') < (person.withdrawnOn ?? ''))
    return { code: 'consent-older' }
  if (read.entrepreneur !== null && !person.concerned) return { code: 'entrepreneur-stranger' }
  if (most !== null && !isLast(person, read) && person.attempts >= most)
    return { code: 'attempts-over', facts: { most } }
  return null
}

function readRow(known: Knowledge, cell: (field: string) => string): ReadResult | Reason {
  const day = cell('day') === '' ? known.day : dayIn(cell('day'))
  const consentDay = cell('consentDay') === '' ? null : (dayIn(cell('consentDay')) ?? null)
  if (!day || (cell('consentDay') !== '' && !consentDay)) return { code: 'day' }
  if (day > known.today || (consentDay ?? '') > known.today) return { code: 'day-ahead' }
  const professional = pointsOf(cell('earned'), cell('maximum') || String(known.maximum))
  const motivation = pointsOf(cell('motivation'), cell('motivationMaximum') || String(known.maximum))
  if (professional === 'wrong' || motivation === 'wrong') return { code: 'points' }
  const main = known.part === 'professional' ? professional : motivation
  if (!main) return { code: 'points' }
  const said = cell('entrepreneur')
  const [yes, no] = [candidateWords.yes.test(said), candidateWords.no.test(said)]
  return {
    ...{ ...main, day, consentDay },
    motivation: motivation?.earned ?? null,
    motivationMaximum: motivation?.maximum ?? null,
    entrepreneur: yes ? true : no ? false : null,
  }
}

/** Whole points of a most above zero; null for an empty cell. */
function pointsOf(earned: string, maximum: string): { earned: number; maximum: number } | 'wrong' | null {
  if (earned === '') return null
  const whole = /^\d{1,7}$/
  if (!whole.test(earned) || !whole.test(maximum)) return 'wrong'
  const [have, most] = [Number(earned), Number(maximum)]
  return most === 0 || have > most ? 'wrong' : { earned: have, maximum: most }
}
