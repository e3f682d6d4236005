/**
 * The protocol of a selection, and its replay from the protocol alone: no database, no names, any machine, any browser.
 *
 * The list and the rules are hashed before a lot is drawn. Rows are people without names: only who was chosen is named,
 * by public number; every other row has a salted hash in which a person can find the own row and nobody else's.
 */
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { digestHex } from './digest.ts'
import { commitmentOf, drawnOrder, seedOf } from './drawing.ts'
import { isLottery, type LotteryFault, type LotteryProtocol, replayLottery } from './lottery/protocol.ts'
import { type BestProtocol, isBest, replayBest } from './optimum-protocol.ts'
import {
  areBounded,
  areLimits,
  isLimitedProtocol,
  type LimitedHand,
  type LimitedProtocol,
  replayLimited,
} from './requests/limited-protocol.ts'
import { isLimited } from './requests/limits.ts'
import {
  byPoints,
  type Choice,
  faultsOf,
  type Method,
  type ProtocolRow,
  type SelectionRules,
  selectFrom,
} from './selecting.ts'

export type { ProtocolRow } from './selecting.ts'

export interface Protocol {
  format: 1
  panel: number
  method: Method
  rules: SelectionRules
  candidates: ProtocolRow[]
  candidatesSha256: string
  lot?: { commitment: string; source: string; secret: string; publicValue: string; seed: string }
  chosen: (Choice & { person: number })[]
  selectedAt: string
}
export type AnyProtocol = Protocol | LotteryProtocol | BestProtocol | LimitedProtocol | LimitedHand
/** Where a protocol does not hold; `at` names its line. */
export type Fault = LotteryFault

/** Hash of the list and the rules, as it is published before a lot. */
export function listHash(candidates: readonly ProtocolRow[], rules: SelectionRules): string {
  return digestHex(canonicalJson({ candidates, rules }))
}

/** Recomputes a selection. Empty: the protocol holds. Anything that is no protocol has the fault `format`. */
export function replaySelection(given: unknown): Fault[] {
  if (!isProtocol(given)) return [{ at: 'format', code: 'format' }]
  if (given.format !== 1) {
    const list = listHash(given.candidates, given.rules)
    if (given.method === 'lot') return replayLottery(given, list)
    return given.format === 3 ? replayLimited(given, list) : replayBest(given, list)
  }
  const faults: Fault[] = []
  if (listHash(given.candidates, given.rules) !== given.candidatesSha256)
    faults.push({ at: 'candidatesSha256', code: 'list' })
  if (given.method === 'hand') return [...faults, ...byHand(given)]
  if (given.method === 'lot') faults.push(...ofLot(given))
  const order = given.lot ? drawnOrder(given.candidates, given.lot.seed) : byPoints(given.candidates)
  const outcome = selectFrom(order, given.rules, given.method)
  const expected = 'chosen' in outcome ? outcome.chosen : []
  const most = Math.max(expected.length, given.chosen.length)
  for (let at = 0; at < most; at += 1) {
    const { person: _named, ...said } = given.chosen[at] ?? { person: 0 }
    if (canonicalJson(said) !== canonicalJson(expected[at] ?? null))
      faults.push({ at: `chosen[${at}]`, code: 'choice' })
  }
  return faults
}

/** Replays a file as the site sends it, `{ sha256, protocol }`, or a protocol alone; gives back the protocol too. */
export function replayFile(given: unknown): { protocol: unknown; faults: Fault[] } {
  const isWrapped = typeof given === 'object' && given !== null && 'protocol' in given && !('format' in given)
  if (!isWrapped) return { protocol: given, faults: replaySelection(given) }
  const { protocol, sha256 } = given as { protocol: unknown; sha256?: unknown }
  const faults = replaySelection(protocol)
  if (faults.some(({ code }) => code === 'format')) return { protocol, faults }
  const known = protocol as AnyProtocol
  const own = known.format !== 1 ? known.sha256 : digestHex(canonicalJson(known))
  return { protocol, faults: own === sha256 ? faults : [{ at: 'sha256', code: 'hash' }, ...faults] }
}

function ofLot({ lot }: Protocol): Fault[] {
  if (!lot) return [{ at: 'lot', code: 'commitment' }]
  return [
    ...(commitmentOf(lot.secret) === lot.commitment
      ? []
      : [{ at: 'lot.commitment', code: 'commitment' as const }]),
    ...(seedOf(lot.secret, lot.publicValue) === lot.seed ? [] : [{ at: 'lot.seed', code: 'seed' as const }]),
  ]
}

function byHand({ candidates, chosen, rules }: Protocol): Fault[] {
  const rows = new Map(candidates.map((row) => [row.row, row]))
  const unknown = chosen.flatMap(({ row }, at) =>
    rows.has(row) ? [] : [{ at: `chosen[${at}]`, code: 'choice' as const }],
  )
  const members = chosen
    .filter(({ standing }) => standing === 'member')
    .flatMap(({ row }) => rows.get(row) ?? [])
  return [
    ...unknown,
    ...faultsOf(members, rules).map(({ code }) => ({ at: `rules.${code}`, code: 'quota' as const })),
  ]
}

function isProtocol(value: unknown): value is AnyProtocol {
  if (typeof value !== 'object' || value === null) return false
  const { format, method, rules, candidates, chosen, lot } = value as Partial<AnyProtocol>
  const known = format === 1 && (method === 'hand' || method === 'best' || method === 'lot')
  const isLot = (format === 2 || format === 3) && method === 'lot' && isLottery(value)
  const isChoice = format === 3 && (method === 'best' || method === 'hand') && isLimitedProtocol(value)
  return (
    (known || isLot || isChoice || (format === 2 && method === 'best' && isBest(value))) &&
    isRules(rules) &&
    (format === 3 ? areBounded(rules as SelectionRules) : !isLimited(rules as SelectionRules)) &&
    Array.isArray(candidates) &&
    candidates.every(isRow) &&
    Array.isArray(chosen) &&
    chosen.every((one) => typeof one === 'object' && one !== null) &&
    (lot === undefined || typeof lot === 'object')
  )
}

function isRules(rules: unknown): boolean {
  if (typeof rules !== 'object' || rules === null) return false
  const { size, reserve, directions } = rules as Partial<SelectionRules>
  const isDirection = (one: unknown) =>
    typeof one === 'object' && one !== null && 'minimum' in one && Number.isInteger(one.minimum)
  return (
    Number.isInteger(size) &&
    Number.isInteger(reserve) &&
    Array.isArray(directions) &&
    directions.every(isDirection) &&
    areLimits(rules)
  )
}

function isRow(row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return false
  const { row: number, organisation, municipality, directions, points } = row as Partial<ProtocolRow>
  return [number, organisation, municipality, points].every(Number.isInteger) && Array.isArray(directions)
}
