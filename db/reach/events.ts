/** Reach of events: from the announcement on they are public, a cancelled one says so; before it its organisers know it. */
import { or, type SQL, sql } from 'drizzle-orm'
import { events, organisations } from '#db/schema/index.ts'
import { everywhere, scopesOf, type Viewer } from './viewer.ts'

/** Condition on `events`: the viewer may learn that it exists. */
export function eventVisibleTo(viewer: Viewer): SQL | undefined {
  return or(
    sql`${events.announcedAt} is not null`,
    sql`${events.organisationId} in (select ${organisations.id}
    from ${organisations} where ${organisesFor(viewer)})`,
  )
}

/** Condition on `organisations`: the viewer prepares or announces their events. */
export function organisesFor(viewer: Viewer): SQL {
  if (viewer.personId === null) return sql`false`
  const both = ['event.edit', 'event.publish']
  if (both.some((one) => everywhere(viewer, one))) return sql`true`
  const ids = both.flatMap((one) => scopesOf(viewer, one, 'organisation'))
  const places = both.flatMap((one) => scopesOf(viewer, one, 'municipality'))
  return sql`(${organisations.id} = any(${sql.param(ids)}::uuid[]) or ${organisations.municipalityId} = any(${sql.param(places)}::uuid[]))`
}
