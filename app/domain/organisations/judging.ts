/**
 * Judging: what a row of a list of organisations is: new, known, probably known, or no organisation of this place.
 * Reasons are codes with the facts their sentence needs. Pure.
 */
import { content } from '#content/load.ts'
import { coreOf, foldedName, isInn, likeness, numbersIn, typeIn } from './names.ts'

export interface ReadOrganisation {
  name: string
  shortName: string
  type: string
  inn: string | null
  aliases: string[]
  firstDay: string | null
  lastDay: string | null
}

export interface KnownOrganisation {
  id: string
  code: string
  name: string
  shortName: string
  type: string
  inn: string | null
  aliases: string[]
  municipalityId: string | null
  closed: boolean
}

export interface Reason {
  code: string
  facts?: Record<string, string | number>
}

export interface Judged {
  verdict: 'new' | 'same' | 'probable' | 'rejected'
  reasons: Reason[]
  read: ReadOrganisation
  /** the cards it is, or may be, the likeliest first */
  matches: { id: string; code: string; name: string; reasons: Reason[] }[]
  /** fields in which the list says something else or more */
  differs: string[]
}

const LIKE = 0.72
const MOST = 5

/** The judge of one list: knows the cards of the region and what the rows above have said. */
export function judgeOf(municipalityId: string, cards: readonly KnownOrganisation[]) {
  const here = cards.filter((card) => card.municipalityId === municipalityId)
  const byInn = new Map(cards.flatMap((card) => (card.inn ? [[card.inn, card] as const] : [])))
  const spelt = spellingsOf(here)
  const cores = here.map((card) => ({ card, core: coreOf(card.name), short: coreOf(card.shortName) }))
  const seen = new Map<string, number>()

  return (at: number, cell: (field: string) => string): Judged => {
    const { read, wrong } = readOrganisation(cell)
    const result = (verdict: Judged['verdict'], reasons: Reason[], matches: Judged['matches'] = []) => ({
      ...{ verdict, reasons, read, matches },
      differs:
        verdict === 'same'
          ? differences(
              read,
              cards.find(({ id }) => id === matches[0]?.id),
            )
          : [],
    })
    if (wrong.length > 0) return result('rejected', wrong)
    const key = read.inn ?? foldedName(read.name)
    const above = seen.get(key) ?? seen.get(foldedName(read.name))
    if (above !== undefined) return result('rejected', [{ code: 'twice', facts: { line: above } }])
    seen.set(key, at).set(foldedName(read.name), at)

    const numbered = read.inn ? byInn.get(read.inn) : undefined
    if (numbered && numbered.municipalityId !== municipalityId)
      return result('rejected', [{ code: 'elsewhere', facts: { name: numbered.shortName } }])
    if (numbered) return known(result, numbered, 'inn')
    const named = [read.name, read.shortName].flatMap((name) => spelt.get(foldedName(name)) ?? [])
    const fits = [...new Set(named)].filter((card) => !card.inn || !read.inn || card.inn === read.inn)
    const [only] = fits
    if (only && fits.length === 1) return known(result, only, 'name')
    const like =
      fits.length > 1 ? fits.map((card) => matchOf(card, [{ code: 'same-name' }])) : alike(read, cores)
    return like.length > 0 ? result('probable', [{ code: 'alike' }], like) : result('new', [])
  }
}

type Result = (verdict: Judged['verdict'], reasons: Reason[], matches?: Judged['matches']) => Judged

function known(result: Result, card: KnownOrganisation, by: string): Judged {
  const match = matchOf(card, [{ code: `by-${by}` }])
  if (card.closed) return result('rejected', [{ code: 'closed', facts: { name: card.shortName } }], [match])
  return result('same', [{ code: `by-${by}` }], [match])
}

const matchOf = ({ id, code, name }: KnownOrganisation, reasons: Reason[]) => ({ id, code, name, reasons })

/** Cards of the place that may be this one: the numbers agree, and the proper names are near. */
function alike(
  read: ReadOrganisation,
  cores: readonly { card: KnownOrganisation; core: string; short: string }[],
): Judged['matches'] {
  const own = [coreOf(read.name), coreOf(read.shortName)].filter(Boolean)
  const numbers = numbersIn(read.name).join(' ')
  return cores
    .flatMap(({ card, core, short }) => {
      if (card.type !== read.type || card.closed) return []
      if (card.inn && read.inn && card.inn !== read.inn) return []
      const score = Math.max(...own.flatMap((one) => [likeness(one, core), likeness(one, short)]))
      const sameNumbers = numbers === numbersIn(card.name).join(' ')
      const numbered = numbers !== ''
      if (!sameNumbers || score < (numbered ? 0.5 : LIKE)) return []
      const reasons = [{ code: 'like-name', facts: { percent: Math.round(score * 100) } }]
      return [{ score, match: matchOf(card, numbered ? [...reasons, { code: 'same-number' }] : reasons) }]
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ match }) => match)
}

function spellingsOf(cards: readonly KnownOrganisation[]) {
  const spelt = new Map<string, KnownOrganisation[]>()
  for (const card of cards)
    for (const name of new Set([card.name, card.shortName, ...card.aliases].map(foldedName)))
      spelt.set(name, [...(spelt.get(name) ?? []), card])
  return spelt
}

function readOrganisation(cell: (field: string) => string): { read: ReadOrganisation; wrong: Reason[] } {
  const wrong: Reason[] = []
  const name = cell('name') || cell('shortName')
  const shortName = cell('shortName') || name
  const inn = cell('inn').replace(/[\s'-]/g, '')
  if (name === '') wrong.push({ code: 'no-name' })
  if (name.length > 400 || shortName.length > 400) wrong.push({ code: 'too-long' })
  if (inn !== '' && !isInn(inn)) wrong.push({ code: 'inn' })
  const type = typeOf(cell('type')) ?? (cell('type') === '' ? typeIn(`${name} ${shortName}`) : null)
  if (type === null && name !== '') wrong.push({ code: cell('type') === '' ? 'no-type' : 'type' })
  const [firstDay, lastDay] = [dayIn(cell('firstDay')), dayIn(cell('lastDay'))]
  if (firstDay === undefined || lastDay === undefined) wrong.push({ code: 'day' })
  else if (firstDay && lastDay && lastDay < firstDay) wrong.push({ code: 'days' })
  const aliases = cell('aliases')
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, 20)
  return {
    read: {
      ...{ name, shortName, type: type ?? '', inn: inn || null, aliases },
      ...{ firstDay: firstDay ?? null, lastDay: lastDay ?? null },
    },
    wrong,
  }
}

/** The type that a cell names, by title, code or the words of a name. */
function typeOf(words: string): string | null {
  if (words === '') return null
  const folded = foldedName(words)
  const types = content().organisationTypes
  const exact = types.find(({ code, title }) => code === folded || foldedName(title.ru) === folded)
  return exact?.code ?? typeIn(words)
}

/** A day in the ways of papers and of workbooks; null for an empty cell, undefined for what is no day. */
export function dayIn(words: string): string | null | undefined {
  if (words === '') return null
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(words) ?? []
  const [, dd, mm, yyyy] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:\s*г\.?)?$/.exec(words) ?? []
  const serial = /^\d{5}(?:\.\d+)?$/.test(words) ? Number(words) : 0
  // Day 1 of a workbook is 1 January 1900, and its calendar has a 29 February 1900 that never was.
  const counted = serial ? new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000) : null
  const day = y
    ? `${y}-${m}-${d}`
    : yyyy
      ? `${yyyy}-${mm?.padStart(2, '0')}-${dd?.padStart(2, '0')}`
      : (counted?.toISOString().slice(0, 10) ?? '')
  const real = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(day) && day >= '1900' && day < '2200'
    ? day
    : undefined
}

function differences(read: ReadOrganisation, card: KnownOrganisation | undefined): string[] {
  if (!card) return []
  const differs: string[] = []
  if (read.name !== card.name && read.name !== card.shortName) differs.push('name')
  if (read.shortName !== card.shortName && read.shortName !== read.name) differs.push('shortName')
  if (read.inn && read.inn !== card.inn) differs.push('inn')
  if (read.type !== card.type) differs.push('type')
  return differs
}
