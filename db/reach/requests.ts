/** Reach of requests: of their author, of those who ask for the same organisation, of the developer named, and of those who decide. */
import { eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { discussionRequests, organisations } from '#db/schema/index.ts'
import { everywhere, scopesOf, type Viewer } from './viewer.ts'

/** Condition on `discussion_requests`. */
export function requestVisibleTo(viewer: Viewer): SQL | undefined {
  if (everywhere(viewer, 'request.read')) return sql`true`
  const developers = scopesOf(viewer, 'draft.create', 'organisation')
  return or(
    sql`false`,
    ownRequest(viewer),
    // whoever is to make the draft
    developers.length > 0 ? inArray(discussionRequests.developerId, developers) : undefined,
  )
}

/** Condition on `discussion_requests`: the viewer or the viewer's organisation asked. */
export function ownRequest(viewer: Viewer): SQL | undefined {
  const places = atHome(viewer)
  return or(
    viewer.personId ? eq(discussionRequests.authorId, viewer.personId) : undefined,
    places
      ? sql`${discussionRequests.organisationId} in (select ${organisations.id} from ${organisations} where ${places})`
      : undefined,
  )
}

/** Condition on `organisations`: those for which the viewer may ask; undefined for none. */
export function asksFor(viewer: Viewer): SQL | undefined {
  // who acts for the region speaks for its bodies, though not for each other's requests
  const region = everywhere(viewer, 'request.create') ? eq(organisations.tier, 'regional') : undefined
  return or(region, atHome(viewer))
}

function atHome(viewer: Viewer): SQL | undefined {
  const own = scopesOf(viewer, 'request.create', 'organisation')
  const municipalities = scopesOf(viewer, 'request.create', 'municipality')
  return or(
    // a direction is no organisation: who is responsible for one asks for the body where that work is done
    responsibleWork(viewer),
    own.length > 0 ? inArray(organisations.id, own) : undefined,
    // of a municipality its body of education asks, not each of its schools
    municipalities.length > 0
      ? sql`(${inArray(organisations.municipalityId, municipalities)} and ${organisations.tier} = 'municipal')`
      : undefined,
  )
}

/** Condition on `organisations`: whose power it is works there today, the one stood in for included. */
function responsibleWork(viewer: Viewer): SQL | undefined {
  const holders = viewer.powers.flatMap(({ capability, scopeKind, deputyOfId }) =>
    capability === 'request.create' && scopeKind === 'direction' ? (deputyOfId ?? viewer.personId ?? []) : [],
  )
  if (holders.length === 0) return undefined
  return sql`${organisations.id} in (select e.organisation_id from employments e
    where e.person_id in ${[...new Set(holders)]} and e.during @> ${viewer.today}::date)`
}
