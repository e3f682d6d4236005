/**
 * The gate of a list: what keeps a person out of it. Pure; asked when the list is shown, sent, agreed on and when its
 * order is entered, so that what changed in between stops the person.
 *
 * Who has the status already is not asked for a statement, a consent or an assessment again, unless the direction says
 * how often to assess; a withdrawn consent and a declared business stop everybody (inventory D36, E3, E5, E8).
 */
import type { Instance } from '#content/types.ts'
import { type Points, passes } from './scores.ts'

export interface CandidateFacts {
  /** has the status, today or until its new term begins */
  holds: boolean
  /** has it on a day of the new term */
  overlaps: boolean
  consent: 'stands' | 'withdrawn' | 'none'
  /** what the person said; null: nothing */
  entrepreneur: boolean | null
  /** of the last attempt */
  result: (Points & { day: string }) | null
  /** of a category that is not assessed */
  exempt: boolean
  /** the last application in the direction was not admitted: unanswered, refused or withdrawn */
  stopped?: boolean
}

export interface GateDemands {
  effect: 'approves' | 'extends'
  assessment: boolean
  pass: Instance['pass']
  /** who has the status needs a result of this day or later; null: none */
  assessedSince: string | null
}

export type GateReason =
  | 'candidate-entrepreneur'
  | 'candidate-undeclared'
  | 'candidate-withdrawn'
  | 'candidate-no-consent'
  | 'candidate-has-status'
  | 'candidate-not-assessed'
  | 'candidate-not-passed'
  | 'candidate-assess-again'
  | 'candidate-not-admitted'

/** Why the person may not stand in the list, the weightiest first; empty for whoever may. */
export function gateOf(facts: CandidateFacts, demands: GateDemands): GateReason[] {
  const { holds, overlaps, consent, entrepreneur, stopped = false } = facts
  const found: [boolean, GateReason][] = [
    [entrepreneur === true, 'candidate-entrepreneur'],
    [consent === 'withdrawn', 'candidate-withdrawn'],
    [stopped, 'candidate-not-admitted'],
    [overlaps && demands.effect === 'approves', 'candidate-has-status'],
    [consent === 'none' && !holds, 'candidate-no-consent'],
    [entrepreneur === null && !holds, 'candidate-undeclared'],
  ]
  const assessed = assessment(facts, demands)
  return [...found.flatMap(([stops, reason]) => (stops ? reason : [])), ...(assessed ? [assessed] : [])]
}

function assessment(
  { holds, exempt, result }: CandidateFacts,
  { assessment: demanded, pass, assessedSince }: GateDemands,
): GateReason | null {
  if (!demanded || exempt || (holds && assessedSince === null)) return null
  if (!result) return 'candidate-not-assessed'
  if (!passes(result, pass)) return 'candidate-not-passed'
  return holds && assessedSince !== null && result.day < assessedSince ? 'candidate-assess-again' : null
}
