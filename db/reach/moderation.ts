/**
 * Reach of moderation: cases of the places where the viewer moderates, or of a closed stage that is theirs, and only of drafts the viewer may know of.
 *
 * A name belongs to no organisation; who moderates the whole region looks after names.
 */
import { and, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { drafts, moderationCases, organisations } from '#db/schema/index.ts'
import { draftVisibleTo, moderatesStage } from './reviews.ts'
import { everywhere, scopesOf, type Viewer } from './viewer.ts'

const capability = 'remark.moderate'

/** Condition on `moderation_cases`. */
export function caseVisibleTo(viewer: Viewer): SQL | undefined {
  const known = sql`${moderationCases.draftId} in (select ${drafts.id} from ${drafts} where ${draftVisibleTo(viewer)})`
  const stage = moderatesStage(viewer, sql`${moderationCases.draftId}`)
  return and(or(within(viewer), stage), or(isNull(moderationCases.draftId), known))
}

function within(viewer: Viewer): SQL | undefined {
  if (everywhere(viewer, capability)) return sql`true`
  const own = scopesOf(viewer, capability, 'organisation')
  const municipalities = scopesOf(viewer, capability, 'municipality')
  return or(
    own.length > 0 ? inArray(moderationCases.organisationId, own) : undefined,
    municipalities.length > 0
      ? sql`${moderationCases.organisationId} in (select o.id from ${organisations} o where o.municipality_id in ${municipalities})`
      : undefined,
    sql`false`,
  )
}
