/**
 * Reach of practices: published ones are public, a withdrawn one answers with a tombstone. Before that a card is known to
 * who writes it and to the organisation whose practice it is; from its first sending to the editors of the region, and to
 * the experts who were asked to look at it.
 */
import { inArray, or, type SQL, sql } from 'drizzle-orm'
import { organisations, practices } from '#db/schema/index.ts'
import { everywhere, scopesOf, type Viewer } from './viewer.ts'

const was = sql`exists (select 1 from practice_versions pv where pv.practice_id = ${practices.id} and pv.sent_at is not null)`

/** Condition on `practices`: the viewer may learn that it exists. */
export function practiceVisibleTo(viewer: Viewer): SQL | undefined {
  const edits = everywhere(viewer, 'practice.edit') || everywhere(viewer, 'practice.publish')
  return or(
    sql`${practices.publishedAt} is not null`,
    practiceOwnedBy(viewer),
    edits ? was : undefined,
    viewer.personId === null
      ? undefined
      : sql`${practices.id} in (select pv.practice_id from practice_versions pv
          join practice_reviews pr on pr.version_id = pv.id
          where pr.person_id = ${viewer.personId} and pr.answer is distinct from 'released')`,
  )
}

/** Condition on `practices`: the viewer writes it, is asked to confirm having made it, or writes for its organisation. */
export function practiceOwnedBy(viewer: Viewer): SQL {
  if (viewer.personId === null) return sql`false`
  const own = scopesOf(viewer, 'practice.edit', 'organisation')
  return sql`(${practices.createdById} = ${viewer.personId}
    or ${practices.id} in (select pa.practice_id from practice_authors pa
      where pa.person_id = ${viewer.personId} and pa.answer is distinct from 'declined')
    or ${own.length > 0 ? inArray(practices.organisationId, own) : sql`false`})`
}

/** Condition on `organisations`: the viewer may describe their practices, by a grant or as an expert who works there. */
export function describesFor(viewer: Viewer): SQL | undefined {
  if (viewer.personId === null) return sql`false`
  const own = scopesOf(viewer, 'practice.edit', 'organisation')
  const municipalities = scopesOf(viewer, 'practice.edit', 'municipality')
  return or(
    sql`exists (select 1 from employments em where em.organisation_id = ${organisations.id}
      and em.person_id = ${viewer.personId} and em.during @> ${viewer.today}::date
      and exists (select 1 from statuses st where st.person_id = ${viewer.personId}
        and st.during @> ${viewer.today}::date and upper_inf(st.known)))`,
    own.length > 0 ? inArray(organisations.id, own) : undefined,
    municipalities.length > 0 ? inArray(organisations.municipalityId, municipalities) : undefined,
    everywhere(viewer, 'practice.edit') ? sql`true` : undefined,
  )
}

/**
 * Condition on `practice_authors a` joined with `people pe`: the name may be shown. Who confirmed it agreed to be named
 * here; who took back the consent to be named on the site is named nowhere.
 */
export const authorShown = sql<boolean>`(a.answer = 'confirmed' and (pe.name_open or not exists (select 1 from consents co
  where co.person_id = pe.id and co.kind = 'distribution' and co.withdrawn_at is not null)))`
