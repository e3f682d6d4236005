/**
 * Reach of applications: the person's own; all of them, or those of a direction, for whoever reads or decides; of the own
 * people, or those one has nominated, for an organisation and its municipality.
 */
import { inArray, or, type SQL, sql } from 'drizzle-orm'
import { applications } from '#db/schema/index.ts'
import { ownOrganisations, ownPeople } from './staff.ts'
import { everywhere, scopesOf, type Viewer } from './viewer.ts'

const capabilities = ['application.read', 'application.edit'] as const

/** Condition on `applications`. */
export function applicationVisibleTo(viewer: Viewer): SQL {
  if (viewer.personId === null) return sql`false`
  if (capabilities.some((one) => everywhere(viewer, one))) return sql`true`
  const directions = [...new Set(capabilities.flatMap((one) => scopesOf(viewer, one, 'direction')))]
  const found = or(
    sql`${applications.personId} = ${viewer.personId}`,
    directions.length > 0 ? inArray(applications.directionId, directions) : undefined,
    hasStaff(viewer) ? staffApplication(viewer) : undefined,
  )
  return found ?? sql`false`
}

/** Condition on `applications`: of the own people, or of those one has nominated. */
export function staffApplication(viewer: Viewer): SQL {
  return sql`(${applications.personId} in (${ownPeople(viewer, ['nomination.create'])})
    or ${applications.letterId} in (select l.id from nomination_letters l
      where l.organisation_id in (${ownOrganisations(viewer, ['nomination.create'])})))`
}

const hasStaff = (viewer: Viewer) =>
  (['organisation', 'municipality'] as const).some(
    (kind) => scopesOf(viewer, 'nomination.create', kind).length > 0,
  )
