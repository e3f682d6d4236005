/** Who may do what with accounts, grants, deputies and the closed pages of the administrator. */

import { allOf, anyOf, capable, must, type Rule, signedIn } from '#app/domain/rules.ts'
import type { ScopeKind } from '#db/reach/viewer.ts'

export interface GrantFacts {
  personId: string
  scopeKind: ScopeKind
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

export const accountRules = {
  /** give a role, or end one */
  grant: allOf<GrantFacts>(capable('grant.give'), notOneself, smallEnough),
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
  blockUser: allOf<{ personId: string }>(
    capable('user.block'),
    must('own-account', (actor, user) => actor?.personId !== user.personId),
  ),
} satisfies Record<string, Rule<never>>
