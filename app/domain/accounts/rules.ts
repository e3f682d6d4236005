/** Who may do what with accounts, grants, deputies and the closed pages of the administrator. */

import { allOf, anyOf, capable, must, powersOver, type Rule, signedIn } from '#app/domain/rules.ts'
import type { ScopeKind } from '#db/reach/viewer.ts'

export interface GrantFacts {
  personId: string
  scopeKind: ScopeKind
  scopeId: string | null
  /** the capability by which the head of a place gives this role there; null: only who gives roles may */
  givenBy: string | null
}

export interface DeputyFacts {
  personId: string
  deputyId: string
}

const notOneself = must<GrantFacts>('own-grant', (actor, grant) => actor?.personId !== grant.personId)
// A role over the whole region may itself give roles, so only the one who keeps the site gives it.
const keepsTheSite = capable<GrantFacts>('page.admin')
const smallEnough = must<GrantFacts>(
  'region-grant',
  (actor, grant) => grant.scopeKind !== 'region' || keepsTheSite(actor, grant) === null,
)

// The head of an organisation gives the word for it, and nothing else.
const headOfPlace = must<GrantFacts>(
  'forbidden',
  (actor, { givenBy, scopeKind, scopeId }) =>
    givenBy !== null &&
    scopeKind === 'organisation' &&
    powersOver(actor, givenBy, { organisationId: scopeId }).length > 0,
)

export const accountRules = {
  /** give a role, or end one */
  grant: allOf<GrantFacts>(
    signedIn,
    anyOf(headOfPlace, allOf(capable<GrantFacts>('grant.give'), smallEnough)),
    notOneself,
  ),
  seeGrants: capable<unknown>('grant.give'),
  /** one's own deputy is appointed by oneself, anybody else's by whoever gives roles */
  deputy: allOf<DeputyFacts>(
    signedIn,
    anyOf(
      must('forbidden', (actor, facts) => actor?.personId === facts.personId),
      // Who gives roles must not become anybody's deputy by the own hand: rights pass with it.
      allOf(
        capable<DeputyFacts>('grant.give'),
        must('own-grant', (actor, facts) => actor?.personId !== facts.deputyId),
      ),
    ),
  ),
  seeOutbox: capable<unknown>('outbox.read'),
  seeLog: capable<unknown>('audit.read'),
  seeAdmin: capable<unknown>('page.admin'),
  /** `required`: whether the instance insists on what roles oblige to */
  removeFactor: allOf<{ required: boolean }>(
    signedIn,
    must('factor-obliged', (actor, { required }) => !(required && actor?.secondFactor?.obliged)),
  ),
  /** tie an account to another service, or untie it: one's own alone */
  linkIdentity: allOf<{ personId: string }>(
    signedIn,
    must('forbidden', (actor, { personId }) => actor?.personId === personId),
  ),
  /** take the second factor of somebody else away: whoever lost it cannot do so */
  resetFactor: allOf<{ personId: string }>(
    capable('factor.reset'),
    must('own-factor', (actor, user) => actor?.personId !== user.personId),
  ),
  blockUser: allOf<{ personId: string }>(
    capable('user.block'),
    must('own-account', (actor, user) => actor?.personId !== user.personId),
  ),
} satisfies Record<string, Rule<never>>
