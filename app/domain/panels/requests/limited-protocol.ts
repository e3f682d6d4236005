/**
 * Protocols of format 3: the rules carry limits (limits.ts), `waived` says which wished ones were given up, and the reserve
 * mends refusals at the published rate. Pure; a visitor's browser replays them too.
 *
 * Where closed data was used, `closed` is the hash of the list with it. Nobody but a role with the right can reckon such an
 * optimum anew; everybody else checks limits, sums, rows and people. What was asked of closed data is not published.
 */
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { digestHex } from '#app/domain/panels/digest.ts'
import type { LotteryFault } from '#app/domain/panels/lottery/protocol.ts'
import { type Optimum, pointsOf } from '#app/domain/panels/optimum.ts'
import { type Choice, faultsOf, type ProtocolRow, type SelectionRules } from '#app/domain/panels/selecting.ts'
import { selectLimited } from './limited.ts'
import { wishedOf, without } from './limits.ts'
import { waivedBy } from './settling.ts'

interface Lines {
  format: 3
  panel: number
  rules: SelectionRules
  candidates: ProtocolRow[]
  candidatesSha256: string
  waived: string[]
  closed?: string
  lot?: undefined
  chosen: (Choice & { person: number; salt?: string })[]
  selectedAt: string
  /** of all other lines */
  sha256: string
}
export interface LimitedProtocol extends Lines {
  method: 'best'
  best: Optimum
  /** of a hundred invited people so many refuse, as reckoned before the choice */
  refusal: number
}
export interface LimitedHand extends Lines {
  method: 'hand'
}
// What a form can ask for; a search over more would not end.
const MOST = 99
type Unsealed<P> = Omit<P, 'sha256'> & { sha256?: string }

export function limitedHash(given: Unsealed<LimitedProtocol> | Unsealed<LimitedHand>): string {
  const { sha256: _own, ...lines } = given
  return digestHex(canonicalJson(lines))
}

/** Every line that does not hold. */
export function replayLimited(given: LimitedProtocol | LimitedHand, listSha256: string): LotteryFault[] {
  const faults: LotteryFault[] = []
  const check = (holds: boolean, at: string, code: LotteryFault['code']) => {
    if (!holds) faults.push({ at, code })
  }
  check(listSha256 === given.candidatesSha256, 'candidatesSha256', 'list')
  if (given.method === 'best' && given.closed === undefined) faults.push(...ofOptimum(given))
  else faults.push(...ofChoice(given))
  const tokens = new Map(given.candidates.map(({ row, token }) => [row, token]))
  for (const [at, { row, person, salt }] of given.chosen.entries())
    check(digestHex(`${salt ?? ''}|${person}`) === tokens.get(row), `chosen[${at}].person`, 'person')
  check(limitedHash(given) === given.sha256, 'sha256', 'hash')
  return faults
}

function ofOptimum(given: LimitedProtocol): LotteryFault[] {
  const outcome = selectLimited(given.candidates, given.rules, given.refusal)
  const { chosen, best, waived } = 'chosen' in outcome ? outcome : { chosen: [], best: null, waived: [] }
  const most = Math.max(chosen.length, given.chosen.length)
  const lines = Array.from({ length: most }, (_, at): LotteryFault[] => {
    const { person: _named, salt: _salt, ...said } = given.chosen[at] ?? { person: 0 }
    const same = canonicalJson(said) === canonicalJson(chosen[at] ?? null)
    return same ? [] : [{ at: `chosen[${at}]`, code: 'choice' }]
  })
  return [
    ...(given.best.points === best?.points ? [] : [{ at: 'best.points', code: 'optimum' as const }]),
    ...(given.best.proven === best?.proven ? [] : [{ at: 'best.proven', code: 'optimum' as const }]),
    ...(canonicalJson(given.waived) === canonicalJson(waived)
      ? []
      : [{ at: 'waived', code: 'quota' as const }]),
    ...lines.flat(),
  ]
}

/** By hand, or with closed data: what anybody can see. */
function ofChoice(given: LimitedProtocol | LimitedHand): LotteryFault[] {
  const rows = new Map(given.candidates.map((row) => [row.row, row]))
  const seated = given.chosen.filter(({ standing }) => standing === 'member')
  const members = seated.flatMap(({ row }) => rows.get(row) ?? [])
  const wished = wishedOf(given.rules)
  const strange = given.chosen.flatMap(({ row }, at) =>
    rows.has(row) ? [] : [{ at: `chosen[${at}]`, code: 'choice' as const }],
  )
  const isWaived =
    given.method === 'best'
      ? given.waived.every((code) => wished.includes(code))
      : canonicalJson(waivedBy(members, given.rules)) === canonicalJson(given.waived)
  const broken = faultsOf(members, without(given.rules, given.waived))
  const sum = given.method === 'hand' || pointsOf(given.chosen, rows) === given.best.points
  return [
    ...strange,
    ...(isWaived ? [] : [{ at: 'waived', code: 'quota' as const }]),
    ...broken.map(({ code }) => ({ at: `rules.${code}`, code: 'quota' as const })),
    ...(sum ? [] : [{ at: 'best.points', code: 'optimum' as const }]),
  ]
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string')

/** The lines that format 3 has beside those of any protocol have the right shape. */
export function isLimitedProtocol(value: object): boolean {
  const { method, waived, closed, sha256, candidatesSha256 } = value as Partial<LimitedProtocol>
  if (!isTexts(waived) || typeof sha256 !== 'string' || typeof candidatesSha256 !== 'string') return false
  if (closed !== undefined && typeof closed !== 'string') return false
  if ((method as string) === 'hand') return true
  const { best, refusal } = value as Partial<LimitedProtocol>
  if (typeof best !== 'object' || best === null || !Number.isInteger(refusal)) return false
  return Number.isInteger(best.points) && typeof best.proven === 'boolean'
}

/** Rules of format 3 have the right shape; those of others have none of them. */
export function areLimits({ minHigh, maxPerNominator, fixed, soft }: Partial<SelectionRules>): boolean {
  return (
    (minHigh === undefined || isCount(minHigh)) &&
    (maxPerNominator === undefined || maxPerNominator === null || isCount(maxPerNominator)) &&
    (fixed === undefined || (Array.isArray(fixed) && fixed.every(Number.isInteger))) &&
    (soft === undefined || (isTexts(soft) && new Set(soft).size === soft.length))
  )
}

/** Numbers that a search can be asked with. */
export function areBounded(rules: SelectionRules): boolean {
  const { size, reserve, maxPerOrganisation, maxPerMunicipality, directions } = rules
  const places = [maxPerOrganisation, maxPerMunicipality].filter((most) => most !== null)
  return [size, reserve, ...places, ...directions.map(({ minimum }) => minimum)].every(isCount)
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST
}

/** Rules and rows as everybody may read them where closed data was used. */
export function withoutClosed<R extends { high?: boolean }>(rules: SelectionRules, rows: readonly R[]) {
  const { minHigh: _asked, soft, ...rest } = rules
  return {
    rules: { ...rest, ...(soft ? { soft: soft.filter((code) => code !== 'high') } : {}) },
    rows: rows.map(({ high: _high, ...row }) => row),
  }
}
