/**
 * The protocol of a lot for all works of a contest (format 4). Pure; a visitor's browser replays it too.
 *
 * Before the draw are published: rows of everybody who is eligible and the rules (`candidatesSha256`), the probability of
 * each person for each work and who stands in where the lot leaves nobody (`sharesSha256`), the hash of the secret, and one
 * announcement over these, the source of the public value, the day and the protocol that a new draw follows. The seed is
 * made of the secret, the public value and the announcement, as in lots of single panels. Works stand by their codes, people
by rows: who somebody is stands apart, so that the same protocol holds with names and without.
 */
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { digestHex } from '#app/domain/panels/digest.ts'
import { drawnOrder } from '#app/domain/panels/drawing.ts'
import { fraction, printed } from '#app/domain/panels/fractions.ts'
import { rounded } from './rounding.ts'

export interface LotRules {
  perWork: number
  reserve: number
  /** works of one person at most */
  load: number
  maxPerOrganisation: number | null
  maxPerMunicipality: number | null
  /** the most that the probability of a person for a work may be */
  cap: string
}
/** A person without a name; organisation and municipality are numbers of this list alone, 0 = none. */
export interface LotRow {
  row: number
  token: string
  organisation: number
  municipality: number
}
export interface LotShare {
  row: number
  /** of the denominator */
  share: number
  /** 0–100 by the facts of the registry */
  fit: number
}
export interface LotWork {
  code: string
  shares: LotShare[]
  /** rows that stand in after those who have a probability, in this order */
  spare: number[]
}
export interface LotShares {
  denominator: number
  works: LotWork[]
  /** sum of fits over all seats as it is expected */
  expected: string
  /** the same without the cap */
  best: number | null
  greatest: string
}
/** Rows. */
export interface DrawnWork {
  code: string
  members: number[]
  reserve: number[]
}
/** Whose row it is: a public number, and the salt by which the token proves it. */
export interface LotPerson {
  row: number
  person: number
  salt: string
}
export interface ContestLot {
  format: 4
  method: 'lot'
  contest: number
  /** first, second … lot of the contest */
  lot: number
  rules: LotRules
  candidates: LotRow[]
  candidatesSha256: string
  shares: LotShares
  sharesSha256: string
  commitment: string
  source: string
  announcedAt: string
  /** SHA-256 of the protocol of the lot before; null for the first */
  previous: string | null
  announcement: string
  draw?: { secret: string; publicValue: string; seed: string; drawnAt: string }
  chosen: DrawnWork[]
  sha256: string
  /** of those drawn, where they are named; under no hash, because tokens prove it */
  people?: LotPerson[]
}

export const lotListHash = (candidates: readonly LotRow[], rules: LotRules): string =>
  digestHex(canonicalJson({ candidates, rules }))
export const lotSharesHash = (shares: LotShares): string => digestHex(canonicalJson(shares))

/** One hash over all that was announced. */
export function lotAnnouncement(
  lot: Pick<
    ContestLot,
    | ('contest' | 'lot' | 'candidatesSha256' | 'sharesSha256')
    | ('commitment' | 'source' | 'announcedAt' | 'previous')
  >,
): string {
  const { contest, lot: number, candidatesSha256, sharesSha256 } = lot
  const { commitment, source, announcedAt, previous } = lot
  const lines = { contest, lot: number, candidatesSha256, sharesSha256, commitment, source }
  return digestHex(canonicalJson({ ...lines, announcedAt, previous }))
}

/** The hash of a protocol: of all its lines but the hash itself and who the people are. */
export function lotHash({
  sha256: _own,
  people: _named,
  ...lines
}: Omit<ContestLot, 'sha256'> & { sha256?: string }): string {
  return digestHex(canonicalJson(lines))
}

/** Groups of each row that quotas count, from coarse to fine. */
export function lotGroups(candidates: readonly LotRow[], rules: LotRules): (row: number) => number[] {
  const byRow = new Map(candidates.map((one) => [one.row, one]))
  return (row) => {
    const { municipality = 0, organisation = 0 } = byRow.get(row) ?? {}
    return [
      ...(rules.maxPerMunicipality === null ? [] : [municipality]),
      ...(rules.maxPerOrganisation === null ? [] : [organisation]),
    ]
  }
}

/** Rows that the seed gives each work: members, then the reserve within what each person could have been given. */
export function drawnRows(
  candidates: readonly LotRow[],
  rules: LotRules,
  { denominator, works }: LotShares,
  seed: string,
): DrawnWork[] {
  const groups = lotGroups(candidates, rules)
  const members = rounded(
    works.map(({ shares }) => shares),
    denominator,
    groups,
    seed,
  )
  // A load is one of the two whole numbers beside the expected one: who got the lesser can still stand in.
  const free = new Map([...loadsOf(works)].map(([row, load]) => [row, Math.ceil(load / denominator)]))
  for (const row of members.flat()) free.set(row, (free.get(row) ?? 0) - 1)
  return works.map(({ code, shares, spare }, at) => {
    const seated = [...(members[at] ?? [])].sort((a, b) => a - b)
    const others = shares.map(({ row }) => row).filter((row) => !seated.includes(row))
    const order = drawnOrder(others, `${seed}:${code}`)
    const standing = order.filter((row) => (free.get(row) ?? 0) > 0).slice(0, rules.reserve)
    for (const row of standing) free.set(row, (free.get(row) ?? 0) - 1)
    return { code, members: seated, reserve: [...standing, ...spare].slice(0, rules.reserve) }
  })
}

/** Expected works of each row, in parts of the denominator. */
export function loadsOf(works: readonly Pick<LotWork, 'shares'>[]): Map<number, number> {
  const loads = new Map<number, number>()
  for (const { shares } of works)
    for (const { row, share } of shares) loads.set(row, (loads.get(row) ?? 0) + share)
  return loads
}

/** The sum of fits as expected and the greatest probability. */
export function lotFigures({ denominator, works }: Pick<LotShares, 'denominator' | 'works'>) {
  let [sum, most] = [0n, 0]
  for (const { shares } of works)
    for (const { share, fit } of shares) {
      sum += BigInt(share) * BigInt(fit)
      most = Math.max(most, share)
    }
  return {
    expected: printed(fraction(sum, denominator)),
    greatest: printed(fraction(most, denominator)),
  }
}
