/**
 * Rules: who may do what, and if not, why not.
 *
 * A rule answers `null` when the actor may go ahead, otherwise the reason, a key of the `problems` messages. Rules are
 * pure, so the server enforces with the very function that the page uses to explain a missing button. Rules combine a
 * capability with facts and name no role: which role has which capability is content/roles.yaml.
 */
import type { Power, ScopeKind } from '#db/reach/viewer.ts'
import type { Actor } from './ctx.ts'
import { Problem } from './problem.ts'

export type Denial = string
export type Rule<F> = (actor: Actor | null, facts: F) => Denial | null

/** The place an object belongs to; a power reaches it through any of them. */
export interface Place {
  organisationId?: string | null
  municipalityId?: string | null
  directionIds?: readonly string[]
}

/** A rule from a predicate and the reason it gives when it fails. */
export function must<F>(reason: Denial, holds: (actor: Actor | null, facts: F) => boolean): Rule<F> {
  return (actor, facts) => (holds(actor, facts) ? null : reason)
}

/** All must hold; the first reason is given. */
export function allOf<F>(...rules: Rule<F>[]): Rule<F> {
  return (actor, facts) => {
    for (const rule of rules) {
      const denial = rule(actor, facts)
      if (denial !== null) return denial
    }
    return null
  }
}

/** One is enough; the last reason is given. */
export function anyOf<F>(...rules: Rule<F>[]): Rule<F> {
  return (actor, facts) => {
    let denial: Denial | null = 'forbidden'
    for (const rule of rules) {
      denial = rule(actor, facts)
      if (denial === null) return null
    }
    return denial
  }
}

export const signedIn: Rule<unknown> = must('signed-out', (actor) => actor !== null)

/** The actor has the capability in a scope that contains the place of the object. */
export function capable<F>(capability: string, placeOf: (facts: F) => Place = () => ({})): Rule<F> {
  return allOf<F>(
    signedIn,
    must('forbidden', (actor, facts) => powersOver(actor, capability, placeOf(facts)).length > 0),
  )
}

/** The powers by which the actor may use the capability on something that lies in this place. */
export function powersOver(actor: Actor | null, capability: string, place: Place): Power[] {
  return (actor?.powers ?? []).filter(
    (power) => power.capability === capability && contains(power.scopeKind, power.scopeId, place),
  )
}

function contains(kind: ScopeKind, scopeId: string | null, place: Place): boolean {
  if (kind === 'region') return true
  if (scopeId === null) return false
  if (kind === 'organisation') return place.organisationId === scopeId
  if (kind === 'municipality') return place.municipalityId === scopeId
  return place.directionIds?.includes(scopeId) ?? false
}

/** Throws the rule's reason as a Problem. Commands call it under the lock of what the facts speak about. */
export function authorize<F>(rule: Rule<F>, actor: Actor | null, facts: F): void {
  const denial = rule(actor, facts)
  if (denial !== null) throw new Problem(denial)
}
