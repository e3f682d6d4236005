/**
 * Reach of an organisation's own people: those employed there today, or in the organisations of the own municipality.
 *
 * An institution of the region stands in some municipality and is not its own.
 */
import { type SQL, sql } from 'drizzle-orm'
import { scopesOf, type Viewer } from './viewer.ts'

/** Query of ids of organisations in which the viewer has the capability by a grant there or over their municipality. */
export function ownOrganisations(viewer: Viewer, capabilities: readonly string[]): SQL {
  const ids = (kind: 'organisation' | 'municipality') => [
    '00000000-0000-0000-0000-000000000000',
    ...new Set(capabilities.flatMap((one) => scopesOf(viewer, one, kind))),
  ]
  return sql`select o.id from organisations o where o.id in ${ids('organisation')}
    or (o.municipality_id in ${ids('municipality')} and o.tier in ('municipal', 'institutional'))`
}

/** Query of ids of the people who work there today. */
export function ownPeople(viewer: Viewer, capabilities: readonly string[]): SQL {
  return sql`select e.person_id from employments e where e.during @> ${viewer.today}::date
    and e.organisation_id in (${ownOrganisations(viewer, capabilities)})`
}
