/** The protocol made of a stored selection: what is published of it, and nothing that is not. Pure. */
import type { selections } from '#db/schema/index.ts'
import { type LotteryProtocol, type PublishedLottery, protocolHash } from './lottery/protocol.ts'
import type { Optimum } from './optimum.ts'
import { type BestProtocol, bestHash } from './optimum-protocol.ts'
import type { AnyProtocol, Protocol } from './replaying.ts'
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
  return { size, reserve, maxPerOrganisation, maxPerMunicipality, directions }
}

/** The public protocol. An announced lot shows no secret until it is drawn. */
export function protocolOf({ panel }: { panel: { number: number } }, selection: Kept): AnyProtocol {
  const kept = selection.rules as unknown as KeptRules
  const { source = '', publicValue = '', lottery, best } = kept
  const { commitment, secret, seed, candidatesSha256 } = selection
  const drawn = secret !== null && seed !== null && commitment !== null
  const lines = {
    panel: panel.number,
    rules: plainRules(kept),
    candidates: published(selection.candidates as unknown as KeptRow[]),
    candidatesSha256,
    ...(drawn ? { lot: { commitment, source, secret, publicValue, seed } } : {}),
    selectedAt: selection.selectedAt.toISOString(),
  }
  const chosen = selection.chosen as unknown
  if (best) {
    const whole = { ...lines, format: 2 as const, method: 'best' as const, best, lot: undefined }
    const protocol = { ...whole, chosen: chosen as BestProtocol['chosen'] }
    return { ...protocol, sha256: bestHash(protocol) }
  }
  if (!lottery) return { ...lines, format: 1, method: selection.method, chosen: chosen as Protocol['chosen'] }
  const whole = {
    ...{ ...lines, ...lottery, format: 2 as const, method: 'lot' as const },
    ...{ commitment: commitment ?? '', source, chosen: chosen as LotteryProtocol['chosen'] },
  }
  return { ...whole, sha256: protocolHash(whole) }
}
