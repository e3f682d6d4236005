/**
 * Reach of contests: announced ones are public; before that, of those who hold them. A work is known to those who hand
 * in for its organisation and to those who hold the contest; experts reach its files through their panel alone.
 */
import { inArray, or, type SQL, sql } from 'drizzle-orm'
import { contests, organisations, submissions } from '#db/schema/index.ts'
import { everywhere, scopesOf, type Viewer } from './viewer.ts'

const holders = ['contest.edit', 'contest.key', 'contest.read']

/** Condition on `contests`: announced, or the viewer works on it. */
export function contestVisibleTo(viewer: Viewer): SQL | undefined {
  return or(sql`${contests.announcedAt} is not null`, contestHeldBy(viewer))
}

/** Condition on `contests`: the viewer works on it. */
export function contestHeldBy(viewer: Viewer, capabilities: readonly string[] = holders): SQL | undefined {
  if (capabilities.some((capability) => everywhere(viewer, capability))) return sql`true`
  const own = [...new Set(capabilities.flatMap((one) => scopesOf(viewer, one, 'organisation')))]
  return own.length > 0 ? inArray(contests.organisationId, own) : sql`false`
}

/** Condition on `organisations`: the viewer hands works in for them. */
export function handsInFor(viewer: Viewer): SQL | undefined {
  const own = scopesOf(viewer, 'contest.submit', 'organisation')
  const municipalities = scopesOf(viewer, 'contest.submit', 'municipality')
  return or(
    sql`false`,
    own.length > 0 ? inArray(organisations.id, own) : undefined,
    // of a municipality its body of education hands in, not each of its schools
    municipalities.length > 0
      ? sql`(${inArray(organisations.municipalityId, municipalities)} and ${organisations.tier} = 'municipal')`
      : undefined,
  )
}

/** Condition on `submissions`: of an organisation for which the viewer hands in. */
export function workOwnedBy(viewer: Viewer): SQL {
  return sql`${submissions.organisationId} in (select ${organisations.id} from ${organisations} where ${handsInFor(viewer)})`
}

/** Condition on `submissions` joined with `contests`: own, or sent to a contest that the viewer works on. */
export function workVisibleTo(viewer: Viewer): SQL | undefined {
  // what a school still types is nobody's business; withdrawn before it was sent, as well
  const sent = sql`${submissions.sentAt} is not null`
  return or(workOwnedBy(viewer), sql`(${sent} and ${contestHeldBy(viewer, ['contest.edit', 'contest.key'])})`)
}
