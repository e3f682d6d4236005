/**
 * Powers: what the roles granted to a person let that person do, and where.
 *
 * A capability held for `all` reaches the whole region. One held for one's `own` reaches the scope of the grant; a
 * grant for the whole region has no such place, so there it reaches the organisations the holder works in and those
 * that are assigned the duty of that name. What is one's own as a person (scope `self`) is no power: rules compare ids.
 */
import type { Content } from '#content/types.ts'
import type { Power, ScopeKind } from '#db/reach/viewer.ts'

export interface HeldGrant {
  role: string
  scopeKind: ScopeKind
  scopeId: string | null
  /** whose grant it is, when it is held as a deputy */
  deputyOfId: string | null
  /** organisations that `own` means for a grant over the whole region */
  organisationIds: string[]
}

/** The role that everybody who signed in has. */
const everyone = 'participant'

/** Powers of grants in force, and of the role that every signed-in person has. A role unknown to content gives none. */
export function powersOf(grants: readonly HeldGrant[], roles: Content['roles']): Power[] {
  const cans = new Map(roles.roles.map((role) => [role.code as string, role.can]))
  const powers = Object.entries(cans.get(everyone) ?? {}).flatMap(([capability, reach]): Power[] =>
    reach === 'all' ? [{ capability, scopeKind: 'region', scopeId: null }] : [],
  )
  for (const grant of grants) {
    const deputy = grant.deputyOfId === null ? {} : { deputyOfId: grant.deputyOfId }
    for (const [capability, reach] of Object.entries(cans.get(grant.role) ?? {})) {
      powers.push(...scopesOf(grant, reach).map((scope) => ({ capability, ...scope, ...deputy })))
    }
  }
  return powers
}

/** Whether one of the grants, held by oneself or as a deputy, asks for a second factor at sign-in. */
export function obliges(grants: readonly HeldGrant[], roles: Content['roles']): boolean {
  const obliging = new Set<string>(
    roles.roles.flatMap((role) => (role.secondFactor === 'required' ? [role.code] : [])),
  )
  return grants.some(({ role }) => obliging.has(role))
}

function scopesOf(grant: HeldGrant, reach: 'all' | 'own'): Pick<Power, 'scopeKind' | 'scopeId'>[] {
  if (reach === 'all') return [{ scopeKind: 'region', scopeId: null }]
  if (grant.scopeKind !== 'region') return [{ scopeKind: grant.scopeKind, scopeId: grant.scopeId }]
  return grant.organisationIds.map((id) => ({ scopeKind: 'organisation', scopeId: id }))
}
