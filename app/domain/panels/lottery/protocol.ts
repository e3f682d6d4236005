/**
 * The protocol of a lottery (format 2) and its replay from the protocol alone. Pure; a visitor's browser runs it too.
 *
 * Before the draw is published: the rows of the pool and the rules (`candidatesSha256`), every probability and every
 * panel with its exact weight (`lotterySha256`), the hash of the secret, and the announcement that binds them with the
 * source of the public value, the day and the protocol that a new draw follows. The seed is made of the secret, the
 * public value and the announcement; the drawn panel is the members, a shuffle of all others gives the reserve.
 */
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { digestHex } from '#app/domain/panels/digest.ts'
import { commitmentOf, drawnOrder } from '#app/domain/panels/drawing.ts'
import { type Fraction, parsed, plus, printed, sumOf, zero } from '#app/domain/panels/fractions.ts'
import { without } from '#app/domain/panels/requests/limits.ts'
import { settled } from '#app/domain/panels/requests/settling.ts'
import {
  type Choice,
  faultsOf,
  type ProtocolRow,
  type Reason,
  type Row,
  reserveFrom,
  type SelectionRules,
} from '#app/domain/panels/selecting.ts'
import { drawnPlace } from './rational-draw.ts'

export interface PublishedLottery {
  /** one a row of the pool, in its order */
  probabilities: string[]
  panels: { members: number[]; weight: string }[]
  /** false: the reckoning ended by its time; exact, but somebody might have been made likelier */
  proven: boolean
}
export interface Announcement {
  panel: number
  candidatesSha256: string
  lotterySha256: string
  commitment: string
  source: string
  announcedAt: string
  /** SHA-256 of the protocol that this draw follows; null for the first */
  previous: string | null
}
export interface LotteryProtocol extends Announcement {
  /** 3: the rules carry limits; otherwise the same */
  format: 2 | 3
  method: 'lot'
  rules: SelectionRules
  candidates: ProtocolRow[]
  lottery: PublishedLottery
  /** wished limits given up before the announcement (format 3) */
  waived?: string[]
  announcement: string
  lot?: { commitment: string; source: string; secret: string; publicValue: string; seed: string }
  chosen: (Choice & { person: number; salt?: string })[]
  selectedAt: string
  sha256: string
}
export type LotteryFault = {
  at: string
  code:
    | 'format'
    | 'list'
    | 'commitment'
    | 'seed'
    | 'choice'
    | 'optimum'
    | 'quota'
    | 'weight'
    | 'probability'
    | 'announcement'
    | 'person'
    | 'hash'
}

export const lotteryHash = (lottery: PublishedLottery): string => digestHex(canonicalJson(lottery))

export function announcementOf({ panel, candidatesSha256, lotterySha256, ...rest }: Announcement): string {
  const { commitment, source, announcedAt, previous } = rest
  return digestHex(
    canonicalJson({ panel, candidatesSha256, lotterySha256, commitment, source, announcedAt, previous }),
  )
}

export function lotterySeed(secret: string, publicValue: string, announcement: string): string {
  return digestHex(`${secret}|${publicValue}|${announcement}`)
}

/** The hash of a protocol: of all its lines but the hash itself. */
export function protocolHash({
  sha256: _own,
  ...lines
}: Omit<LotteryProtocol, 'sha256'> & { sha256?: string }) {
  return digestHex(canonicalJson(lines))
}

/** Members and reserve by the seed, with their reasons. */
export function drawnChoices(
  candidates: readonly Row[],
  rules: SelectionRules,
  lottery: PublishedLottery,
  seed: string,
): Choice[] {
  const weights = lottery.panels.map(({ weight }) => parsed(weight) ?? zero)
  const place = drawnPlace(weights, seed)
  const byRow = new Map(
    candidates.map((row, at) => [row.row, { row, chance: lottery.probabilities[at] ?? '' }]),
  )
  const members = (lottery.panels[place]?.members ?? []).flatMap((row) => byRow.get(row)?.row ?? [])
  const reasons = (row: Row): Reason[] => {
    const probability = byRow.get(row.row)?.chance ?? ''
    return [{ code: 'chance', facts: { probability, hundredths: hundredthsOf(probability) } }]
  }
  const taken = members.map((row, at): Choice => {
    const covered = rules.directions.filter(({ code }) => row.directions.includes(code))
    const covers = covered.map(({ code }) => ({ code: 'covers', facts: { direction: code } }))
    return { row: row.row, standing: 'member', rank: at + 1, reasons: [...covers, ...reasons(row)] }
  })
  const order = drawnOrder(candidates, `${seed}:reserve`)
  const reserve = reserveFrom(order, members, rules).map((row, at): Choice => {
    const rank = members.length + at + 1
    const stands = { code: 'reserve', facts: { place: at + 1 } }
    return { row: row.row, standing: 'reserve', rank, reasons: [stands, ...reasons(row)] }
  })
  return [...taken, ...reserve]
}

/** Hundredths of a per cent, rounded down: how fractions are shown. */
export function hundredthsOf(probability: string): number {
  const { n, d } = parsed(probability) ?? zero
  return Number((n * 10_000n) / d)
}

/** Every line that does not hold. */
export function replayLottery(given: LotteryProtocol, listSha256: string): LotteryFault[] {
  const faults: LotteryFault[] = []
  const check = (holds: boolean, at: string, code: LotteryFault['code']) => {
    if (!holds) faults.push({ at, code })
  }
  check(listSha256 === given.candidatesSha256, 'candidatesSha256', 'list')
  check(lotteryHash(given.lottery) === given.lotterySha256, 'lotterySha256', 'list')
  check(announcementOf(given) === given.announcement, 'announcement', 'announcement')
  const rules = without(given.rules, given.waived ?? [])
  check(isWaived(given), 'waived', 'quota')
  faults.push(...ofPanels(given, rules))
  check(protocolHash(given) === given.sha256, 'sha256', 'hash')
  const { lot } = given
  if (!lot) return faults
  check(
    lot.commitment === given.commitment && commitmentOf(lot.secret) === lot.commitment,
    'lot.commitment',
    'commitment',
  )
  check(lot.source === given.source, 'lot.source', 'announcement')
  check(lotterySeed(lot.secret, lot.publicValue, given.announcement) === lot.seed, 'lot.seed', 'seed')
  // Without whole weights there is nothing to draw from; that line is named already.
  if (faults.some(({ code }) => code === 'weight')) return faults
  const expected = drawnChoices(given.candidates, rules, given.lottery, lot.seed)
  const tokens = new Map(given.candidates.map(({ row, token }) => [row, token]))
  for (let at = 0; at < Math.max(expected.length, given.chosen.length); at += 1) {
    const { person, salt, ...said } = given.chosen[at] ?? { person: 0, salt: undefined }
    check(canonicalJson(said) === canonicalJson(expected[at] ?? null), `chosen[${at}]`, 'choice')
    const token = 'row' in said ? tokens.get(said.row) : undefined
    check(digestHex(`${salt ?? ''}|${person}`) === token, `chosen[${at}].person`, 'person')
  }
  return faults
}

/** As many wished limits as can be are kept: what was given up is reckoned anew. */
function isWaived({ format, candidates, rules, waived }: LotteryProtocol): boolean {
  if (format === 2) return true
  return canonicalJson(settled(candidates, rules)?.waived ?? null) === canonicalJson(waived ?? null)
}

function ofPanels({ lottery, candidates }: LotteryProtocol, rules: SelectionRules): LotteryFault[] {
  const faults: LotteryFault[] = []
  const byRow = new Map(candidates.map((row) => [row.row, row]))
  const chances = new Map<number, Fraction>()
  const weights: Fraction[] = []
  for (const [at, { members, weight }] of lottery.panels.entries()) {
    const share = parsed(weight)
    if (!share || share.n <= 0n) faults.push({ at: `lottery.panels[${at}].weight`, code: 'weight' })
    else weights.push(share)
    const rows = [...new Set(members)].flatMap((row) => byRow.get(row) ?? [])
    if (rows.length !== members.length || faultsOf(rows, rules).length > 0)
      faults.push({ at: `lottery.panels[${at}].members`, code: 'quota' })
    for (const row of members) chances.set(row, plus(chances.get(row) ?? zero, share ?? zero))
  }
  if (printed(sumOf(weights)) !== '1/1') faults.push({ at: 'lottery.panels', code: 'weight' })
  for (const [at, { row }] of candidates.entries())
    if (printed(chances.get(row) ?? zero) !== lottery.probabilities[at])
      faults.push({ at: `lottery.probabilities[${at}]`, code: 'probability' })
  return faults
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** The lines that a lottery has beside those of any protocol have the right shape. */
export function isLottery(value: object): boolean {
  const { lottery, lot, ...given } = value as Partial<LotteryProtocol>
  const texts = [
    given.candidatesSha256,
    given.lotterySha256,
    given.announcement,
    given.commitment,
    given.source,
  ]
  if (![...texts, given.sha256, given.announcedAt].every(isText)) return false
  if (given.previous !== null && !isText(given.previous)) return false
  if (given.format !== 3 && given.waived !== undefined) return false
  if (given.format === 3 && !(Array.isArray(given.waived) && given.waived.every(isText))) return false
  if (typeof lottery !== 'object' || lottery === null) return false
  const { probabilities, panels } = lottery as Partial<PublishedLottery>
  if (!Array.isArray(probabilities) || !Array.isArray(panels) || panels.length === 0) return false
  const isPanel = (one: Partial<PublishedLottery['panels'][number]> | null) =>
    one !== null && Array.isArray(one?.members) && one.members.every(Number.isInteger)
  const isLot =
    lot === undefined ||
    (lot !== null && [lot.commitment, lot.source, lot.secret, lot.publicValue, lot.seed].every(isText))
  return panels.every(isPanel) && isLot
}
