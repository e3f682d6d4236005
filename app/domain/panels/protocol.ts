/** The protocol made of a stored selection: what is published of it, and nothing that is not. Pure. */
import type { selections } from '#db/schema/index.ts'
import { digestHex } from './digest.ts'
import { type LotteryProtocol, type PublishedLottery, protocolHash } from './lottery/protocol.ts'
import type { Optimum } from './optimum.ts'
import { type BestProtocol, bestHash } from './optimum-protocol.ts'
import { type AnyProtocol, listHash, type Protocol } from './replaying.ts'
import {
  type LimitedHand,
  type LimitedProtocol,
  limitedHash,
  withoutClosed,
} from './requests/limited-protocol.ts'
import { limitsOf } from './requests/limits.ts'
import type { ProtocolRow, SelectionRules } from './selecting.ts'

/** A row as it is kept: with the person and the salt of the token, which are never published for those not chosen. */
export type KeptRow = ProtocolRow & { personId: string; number: number; salt: string }
export interface KeptLottery {
  lottery: PublishedLottery
  lotterySha256: string
  announcedAt: string
  previous: string | null
  announcement: string
}
export interface KeptBeside {
  source?: string
  publicValue?: string
  lottery?: KeptLottery
  best?: Optimum
  /** wished limits given up; there is none of these in protocols before format 3 */
  waived?: string[]
  /** rate of refusals that the reserve was chosen for */
  refusal?: number
  /** hash of the list with closed data, where it was used, under a salt that is never published: few people have few bands */
  closed?: string
  closedSalt?: string
  /** why somebody chose by hand; for those who work on the panel, never published */
  hand?: { reason: string }
}
export type KeptRules = SelectionRules & KeptBeside
type Kept = typeof selections.$inferSelect

/** Rows without people. */
export function published(rows: readonly KeptRow[]): ProtocolRow[] {
  return rows.map(({ personId: _person, number: _number, salt: _salt, ...row }) => row)
}

/** The rules alone, as they are hashed with the list. */
export function plainRules(kept: KeptRules): SelectionRules {
  const { size, reserve, maxPerOrganisation, maxPerMunicipality, directions } = kept
  return { size, reserve, maxPerOrganisation, maxPerMunicipality, directions, ...limitsOf(kept) }
}

/** Rules and rows as everybody may read them, with their hash. */
export function openList(rules: SelectionRules, rows: readonly ProtocolRow[], usesClosed: boolean) {
  const open = usesClosed ? withoutClosed(rules, rows) : { rules, rows: [...rows] }
  return { ...open, sha256: listHash(open.rows, open.rules) }
}

/** The hash of a list with closed data. Without the salt, trying every band of every row would tell the bands. */
export function closedSeal(salt: string, rules: SelectionRules, rows: readonly ProtocolRow[]): string {
  return digestHex(`${salt}|${listHash(rows, rules)}`)
}

/** What the list as it is kept hashes to where its seal holds; else the seal, which no list hashes to. */
function wholeHash(
  { closed = '', closedSalt }: KeptRules,
  rows: readonly ProtocolRow[],
  rules: SelectionRules,
) {
  if (closedSalt === undefined) return closed
  return closedSeal(closedSalt, rules, rows) === closed ? listHash(rows, rules) : closed
}

/**
 * The public protocol. An announced lot shows no secret until it is drawn. `whole` = with closed data, for a replay by those
 * who may read it; such a protocol is never published.
 */
export function protocolOf(
  { panel }: { panel: { number: number } },
  selection: Kept,
  { whole = false } = {},
): AnyProtocol {
  const kept = selection.rules as unknown as KeptRules
  const { source = '', publicValue = '', lottery, best, waived, refusal = 0, closed } = kept
  const { commitment, secret, seed } = selection
  const drawn = secret !== null && seed !== null && commitment !== null
  const all = published(selection.candidates as unknown as KeptRow[])
  const list = openList(plainRules(kept), all, closed !== undefined && !whole)
  const lines = {
    panel: panel.number,
    rules: list.rules,
    candidates: list.rows as ProtocolRow[],
    candidatesSha256:
      whole && closed !== undefined ? wholeHash(kept, all, plainRules(kept)) : selection.candidatesSha256,
    ...(drawn ? { lot: { commitment, source, secret, publicValue, seed } } : {}),
    selectedAt: selection.selectedAt.toISOString(),
  }
  const chosen = selection.chosen as unknown
  if (lottery) {
    const format = waived === undefined ? (2 as const) : (3 as const)
    const all = {
      ...{ ...lines, ...lottery, format, method: 'lot' as const },
      ...(waived === undefined ? {} : { waived }),
      ...{ commitment: commitment ?? '', source, chosen: chosen as LotteryProtocol['chosen'] },
    }
    return { ...all, sha256: protocolHash(all) }
  }
  if (waived !== undefined && selection.method !== 'lot') {
    const open = closed === undefined || whole ? waived : waived.filter((code) => code !== 'high')
    const beside = closed === undefined || whole ? {} : { closed }
    const said = { ...lines, ...beside, format: 3 as const, waived: open, lot: undefined }
    const protocol = { ...said, chosen: chosen as LimitedProtocol['chosen'] }
    const limited: Omit<LimitedProtocol, 'sha256'> | Omit<LimitedHand, 'sha256'> = best
      ? { ...protocol, method: 'best', best, refusal }
      : { ...protocol, method: 'hand' }
    return { ...limited, sha256: limitedHash(limited) } as LimitedProtocol | LimitedHand
  }
  if (best) {
    const all = { ...lines, format: 2 as const, method: 'best' as const, best, lot: undefined }
    const protocol = { ...all, chosen: chosen as BestProtocol['chosen'] }
    return { ...protocol, sha256: bestHash(protocol) }
  }
  return { ...lines, format: 1, method: selection.method, chosen: chosen as Protocol['chosen'] }
}
