/** The protocol made of a stored selection: what is published of it, and nothing that is not. Pure. */
import type { selections } from '#db/schema/index.ts'
import type { Protocol, ProtocolRow } from './replaying.ts'
import type { SelectionRules } from './selecting.ts'

/** A row as it is kept: with the person and the salt of the token, which are never published for those not chosen. */
export type KeptRow = ProtocolRow & { personId: string; number: number; salt: string }
export type KeptRules = SelectionRules & { source?: string; publicValue?: string }
type Kept = typeof selections.$inferSelect

/** Rows without people. */
export function published(rows: readonly KeptRow[]): ProtocolRow[] {
  return rows.map(({ personId: _person, number: _number, salt: _salt, ...row }) => row)
}

/** The public protocol. An announced lot shows no secret until it is drawn. */
export function protocolOf({ panel }: { panel: { number: number } }, selection: Kept): Protocol {
  const { source, publicValue, ...rules } = selection.rules as unknown as KeptRules
  const { commitment, secret, seed } = selection
  const drawn = secret !== null && seed !== null && commitment !== null
  return {
    format: 1,
    panel: panel.number,
    method: selection.method,
    rules,
    candidates: published(selection.candidates as unknown as KeptRow[]),
    candidatesSha256: selection.candidatesSha256,
    ...(drawn
      ? { lot: { commitment, source: source ?? '', secret, publicValue: publicValue ?? '', seed } }
      : {}),
    chosen: selection.chosen as unknown as Protocol['chosen'],
    selectedAt: selection.selectedAt.toISOString(),
  }
}
