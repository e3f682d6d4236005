/**
 * The protocol of the best composition (format 2) and its replay from the protocol alone. Pure; a visitor's browser runs
 * it too: whether nothing better exists is reckoned anew, not believed. Protocols of format 1 took from the list in turn.
 */
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { digestHex } from './digest.ts'
import type { LotteryFault } from './lottery/protocol.ts'
import { type Optimum, selectOptimum } from './optimum.ts'
import type { Choice, ProtocolRow, SelectionRules } from './selecting.ts'

export interface BestProtocol {
  format: 2
  method: 'best'
  panel: number
  rules: SelectionRules
  candidates: ProtocolRow[]
  candidatesSha256: string
  best: Optimum
  lot?: undefined
  chosen: (Choice & { person: number; salt?: string })[]
  selectedAt: string
  /** of all other lines */
  sha256: string
}

export function bestHash({ sha256: _own, ...lines }: Omit<BestProtocol, 'sha256'> & { sha256?: string }) {
  return digestHex(canonicalJson(lines))
}

/** Every line that does not hold. */
export function replayBest(given: BestProtocol, listSha256: string): LotteryFault[] {
  const faults: LotteryFault[] = []
  const check = (holds: boolean, at: string, code: LotteryFault['code']) => {
    if (!holds) faults.push({ at, code })
  }
  check(listSha256 === given.candidatesSha256, 'candidatesSha256', 'list')
  const outcome = selectOptimum(given.candidates, given.rules)
  const { chosen, best } = 'chosen' in outcome ? outcome : { chosen: [], best: null }
  check(given.best.points === best?.points, 'best.points', 'optimum')
  check(given.best.proven === best?.proven, 'best.proven', 'optimum')
  const tokens = new Map(given.candidates.map(({ row, token }) => [row, token]))
  for (let at = 0; at < Math.max(chosen.length, given.chosen.length); at += 1) {
    const { person, salt, ...said } = given.chosen[at] ?? { person: 0, salt: undefined }
    check(canonicalJson(said) === canonicalJson(chosen[at] ?? null), `chosen[${at}]`, 'choice')
    const token = 'row' in said ? tokens.get(said.row) : undefined
    check(digestHex(`${salt ?? ''}|${person}`) === token, `chosen[${at}].person`, 'person')
  }
  check(bestHash(given) === given.sha256, 'sha256', 'hash')
  return faults
}

/** The lines that it has beside those of any protocol have the right shape. */
export function isBest(value: object): boolean {
  const { best, sha256, candidatesSha256 } = value as Partial<BestProtocol>
  if (typeof sha256 !== 'string' || typeof candidatesSha256 !== 'string') return false
  return (
    typeof best === 'object' &&
    best !== null &&
    Number.isInteger(best.points) &&
    typeof best.proven === 'boolean'
  )
}
