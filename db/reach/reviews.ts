/**
 * Reach of reviews: a guest sees published drafts of open discussions; the developer's people also the others, and
 * closed ones those who were let in.
 *
 * A withdrawn draft stays in reach: its address answers with a tombstone. A discarded one is the developer's alone.
 * Words that were hidden are masked by `wordsVisibleTo`, the remark itself stays in its place.
 */
import { and, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { discussions, drafts, organisations, remarks, stages, versions } from '#db/schema/index.ts'
import { everywhere, scopesOf, type Viewer } from './viewer.ts'

const staff = ['draft.read', 'draft.edit', 'draft.publish']

/** Condition on `drafts`: the viewer may know that the draft exists. */
export function draftVisibleTo(viewer: Viewer): SQL | undefined {
  const open = and(isNotNull(drafts.publishedAt), isNull(drafts.discardedAt), sql`not ${closed}`)
  const invited = invitedTo(viewer)
  const called = invited && and(isNotNull(drafts.publishedAt), isNull(drafts.discardedAt), invited)
  return or(open, developedBy(viewer), called)
}

/** Condition on `drafts`: the viewer was let in by name, or speaks for the organisation that discusses it closed. */
export function invitedTo(viewer: Viewer): SQL<boolean> | undefined {
  if (viewer.personId === null) return undefined
  const speaksFor = scopesOf(viewer, 'position.file', 'organisation')
  const convened =
    speaksFor.length > 0
      ? sql`or exists (select 1 from inner_discussions ic
    where ic.draft_id = ${drafts.id} and ic.organisation_id in ${speaksFor})`
      : sql``
  return sql<boolean>`(exists (select 1 from draft_members dm where dm.draft_id = ${drafts.id}
    and dm.person_id = ${viewer.personId}) ${convened})`
}

/** Condition on `versions` of a visible draft: published, or the viewer is of the developer's people. */
export function versionVisibleTo(viewer: Viewer): SQL | undefined {
  return or(isNotNull(versions.publishedAt), developedBy(viewer))
}

/** Condition on `remarks` of a visible draft: the words may be shown to this viewer. */
export function wordsVisibleTo(viewer: Viewer): SQL<boolean> {
  const place = within(viewer, ['remark.moderate'])
  // Not every reader of remarks joins their drafts.
  const moderates = sql`(${moderatesStage(viewer, sql`${remarks.draftId}`)} or ${
    place ? sql`${remarks.draftId} in (select ${drafts.id} from ${drafts} where ${place})` : sql`false`
  })`
  const mine = viewer.personId ? sql`${remarks.authorId} = ${viewer.personId}` : sql`false`
  return sql<boolean>`(${remarks.withdrawnAt} is null and (${remarks.hiddenAt} is null or ${mine} or ${moderates}))`
}

/** Condition on `replies r` joined with `remarks m`: the same for a reply. */
export function replyWordsVisibleTo(viewer: Viewer): SQL<boolean> {
  const place = within(viewer, ['remark.moderate'])
  const moderates = sql`(${moderatesStage(viewer, sql`m.draft_id`)} or ${
    place ? sql`m.draft_id in (select ${drafts.id} from ${drafts} where ${place})` : sql`false`
  })`
  const mine = viewer.personId ? sql`r.author_id = ${viewer.personId}` : sql`false`
  return sql<boolean>`(r.hidden_at is null or ${mine} or ${moderates})`
}

/** The draft (an SQL expression of an id) is a closed stage of an organisation whose closed stages the viewer moderates. */
export function moderatesStage(viewer: Viewer, draftId: SQL): SQL<boolean> {
  const own = scopesOf(viewer, 'inner.moderate', 'organisation')
  if (own.length === 0) return sql<boolean>`false`
  return sql<boolean>`exists (select 1 from inner_discussions im
    where im.draft_id = ${draftId} and im.organisation_id in ${own})`
}

/** Condition on `drafts`: the viewer works for its developer. */
export function developedBy(viewer: Viewer): SQL<boolean> {
  return sql<boolean>`(${within(viewer, staff) ?? sql`false`})`
}

const closed = sql`exists (select 1 from ${discussions} join ${stages} on ${stages.discussionId} = ${discussions.id}
  where ${discussions.draftId} = ${drafts.id} and ${stages.audience} = 'closed')`

function within(viewer: Viewer, capabilities: readonly string[]): SQL | undefined {
  if (capabilities.some((capability) => everywhere(viewer, capability))) return sql`true`
  const of = (kind: 'organisation' | 'municipality') => [
    ...new Set(capabilities.flatMap((one) => scopesOf(viewer, one, kind))),
  ]
  const [developers, municipalities] = [of('organisation'), of('municipality')]
  return or(
    developers.length > 0 ? inArray(drafts.developerId, developers) : undefined,
    municipalities.length > 0
      ? sql`${drafts.developerId} in (select o.id from ${organisations} o where o.municipality_id in ${municipalities})`
      : undefined,
  )
}

/** The name of a person (an SQL expression of an id) may stand beside words: it may be shown, and no moderator hid it. */
export function nameShownOf(personId: SQL): SQL<boolean> {
  return sql<boolean>`coalesce((select h.name_open and h.name_hidden_at is null from people h where h.id = ${personId}), false)`
}

/** The same for the author of a remark. */
export const authorNameShown = nameShownOf(sql`${remarks.authorId}`)
