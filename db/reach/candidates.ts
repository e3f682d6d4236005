/** Reach of lists of candidates: of those who draw them up, agree on them, or may read orders before they are signed. */
import { inArray, or, type SQL, sql } from 'drizzle-orm'
import { candidateLists } from '#db/schema/index.ts'
import { everywhere, scopesOf, type Viewer } from './viewer.ts'

const capabilities = ['order.list', 'order.approve', 'order.read'] as const

/** Condition on `candidate_lists`. */
export function listVisibleTo(viewer: Viewer): SQL {
  if (capabilities.some((one) => everywhere(viewer, one))) return sql`true`
  const scopes = (kind: 'direction' | 'municipality') => [
    ...new Set(capabilities.flatMap((one) => scopesOf(viewer, one, kind))),
  ]
  const [directions, municipalities] = [scopes('direction'), scopes('municipality')]
  const found = or(
    municipalities.length > 0 ? inArray(candidateLists.municipalityId, municipalities) : undefined,
    directions.length > 0
      ? sql`${candidateLists.directionVersionId} in (select v.id from direction_versions v
          where v.direction_id in ${directions})`
      : undefined,
  )
  return found ?? sql`false`
}
