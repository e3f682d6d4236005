/** Reach of people who have no account yet: names and work, for whoever hands their slips over. */
import { and, inArray, or, type SQL, sql } from 'drizzle-orm'
import { everywhere, scopesOf, type Viewer } from './viewer.ts'

/** Condition on `organisations o` where somebody works now: whose people the viewer helps to sign in. */
export function activatedBy(viewer: Viewer): SQL {
  const capability = 'account.activate'
  if (everywhere(viewer, capability)) return sql`true`
  const [municipalities, own] = [
    scopesOf(viewer, capability, 'municipality'),
    scopesOf(viewer, capability, 'organisation'),
  ]
  const any = or(
    municipalities.length > 0
      ? and(inArray(sql`o.municipality_id`, municipalities), sql`o.tier in ('municipal', 'institutional')`)
      : undefined,
    own.length > 0 ? inArray(sql`o.id`, own) : undefined,
  )
  return any ?? sql`false`
}

/** Condition on `claims c`: those about entries of directions that the viewer decides on. */
export function claimDecidedBy(viewer: Viewer): SQL {
  const capability = 'claim.decide'
  if (everywhere(viewer, capability)) return sql`true`
  const directions = scopesOf(viewer, capability, 'direction')
  if (directions.length === 0) return sql`false`
  return sql`exists (select from statuses s join direction_versions v on v.id = s.direction_version_id
    where s.person_id = c.entry_id and ${inArray(sql`v.direction_id`, directions)})`
}
