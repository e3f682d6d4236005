/** The protocol made of a stored lot: what is published of it, and nothing that is not. Pure. */
import type { contestLots } from '#db/schema/index.ts'
import {
  type ContestLot,
  type DrawnWork,
  type LotPerson,
  type LotRow,
  type LotRules,
  type LotShares,
  lotHash,
  lotListHash,
  lotSharesHash,
} from './protocol.ts'

/** A row as it is kept: with the person and the salt of the token, which are published for those drawn alone. */
export type KeptLotRow = LotRow & { personId: string; number: number; salt: string }
export type StoredLot = typeof contestLots.$inferSelect

export const keptRows = ({ candidates }: Pick<StoredLot, 'candidates'>) =>
  candidates as unknown as KeptLotRow[]

/** Rows without people. */
export function openRows(rows: readonly KeptLotRow[]): LotRow[] {
  return rows.map(({ row, token, organisation, municipality }) => ({
    row,
    token,
    organisation,
    municipality,
  }))
}

/** The protocol; an announced lot shows no secret until it is drawn. `named`: with who the drawn people are. */
export function lotProtocol(
  contest: number,
  stored: Omit<StoredLot, 'sha256' | 'id' | 'announcedById' | 'drawnById'>,
  { named = false } = {},
): ContestLot {
  const { publicValue, seed, drawnAt, secret } = stored
  const rules = stored.rules as unknown as LotRules
  const shares = stored.shares as unknown as LotShares
  const candidates = openRows(keptRows(stored))
  const drawn = publicValue !== null && seed !== null && drawnAt !== null
  const lines = {
    ...{ format: 4 as const, method: 'lot' as const, contest, lot: stored.lot, rules, candidates },
    candidatesSha256: lotListHash(candidates, rules),
    ...{ shares, sharesSha256: lotSharesHash(shares) },
    ...{ commitment: stored.commitment, source: stored.source, previous: stored.previous },
    announcedAt: stored.announcedAt.toISOString(),
    announcement: stored.announcement,
    ...(drawn ? { draw: { secret, publicValue, seed, drawnAt: drawnAt.toISOString() } } : {}),
    chosen: stored.chosen as unknown as DrawnWork[],
  }
  const protocol = { ...lines, sha256: lotHash(lines) }
  return named && drawn ? { ...protocol, people: peopleOf(keptRows(stored), lines.chosen) } : protocol
}

function peopleOf(rows: readonly KeptLotRow[], chosen: readonly DrawnWork[]): LotPerson[] {
  const drawn = new Set(chosen.flatMap(({ members, reserve }) => [...members, ...reserve]))
  return rows.flatMap(({ row, number, salt }) => (drawn.has(row) ? [{ row, person: number, salt }] : []))
}
