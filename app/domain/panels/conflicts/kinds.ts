/**
 * Kinds of conflicts of interest, the most serious first, and what each does. Pure.
 *
 * A kind that blocks keeps a person out of every choice and off every seat; one that only warns asks for a written
 * decision. Which does which is a setting, except where the person was taken off this very panel.
 */
import { content } from '#content/load.ts'
import type { ConflictFact } from '#db/schema/index.ts'

export const conflictKinds = [
  'author', // of the draft, of one of its versions, or of the request
  'declared', // by the person
  'recused', // has left this panel by an own step
  'challenged', // was taken off this panel by a challenge
  'same-organisation', // works for the developer or its kin
  'unknown-organisation', // works nobody knows where: cannot be cleared
  'reciprocal', // an author of this draft has judged a draft of this person
  'former-employer', // worked there within the years that are set
  'co-author', // wrote a practice together with an author of this draft
  'nominator', // one side has nominated the other
  'same-founder', // works for another organisation of the same founder
  'together', // sits with another member again and again
] as const
export type ConflictKind = (typeof conflictKinds)[number]
export type Weight = 'block' | 'warn'

export interface Finding {
  kind: ConflictKind
  weight: Weight
  facts: ConflictFact[]
}

/** Whether the kind keeps people out, or asks for a decision. What cannot be told is no ground to let anybody in. */
export function weightOf(kind: ConflictKind): Weight {
  const weights: Partial<Record<ConflictKind, Weight>> = content().settings.conflicts.kinds
  return weights[kind] ?? 'block'
}

/** Those that block first, then by seriousness; facts in an order that does not depend on the database. */
export function ordered(found: ReadonlyMap<ConflictKind, ConflictFact[]>): Finding[] {
  const all = conflictKinds.flatMap((kind) => {
    const facts = found.get(kind)
    if (!facts) return []
    const sorted = [...facts].sort((a, b) => (a.record + a.relation < b.record + b.relation ? -1 : 1))
    return [{ kind, weight: weightOf(kind), facts: sorted }]
  })
  return [...all.filter(({ weight }) => weight === 'block'), ...all.filter(({ weight }) => weight === 'warn')]
}

/** The kind that keeps the person out, or null. */
export function barOf(findings: readonly Finding[] | undefined): ConflictKind | null {
  return findings?.find(({ weight }) => weight === 'block')?.kind ?? null
}
