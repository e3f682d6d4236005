/**
 * Reach of panels: the people of the organisation that asked, those who select, and who organises one of its directions;
 * a chosen expert sees the own seat.
 *
 * Who conducts a panel is public only through its protocol, once somebody was chosen.
 */
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import {
  chairAbsences,
  conclusions,
  directionVersions,
  invitations,
  obligations,
  organisations,
  panelDirections,
  panels,
  questionnaireVersions,
  seats,
  sheetClosings,
  sheets,
} from '#db/schema/index.ts'
import { draftVisibleTo } from './reviews.ts'
import { everywhere, type ScopeKind, scopesOf, type Viewer } from './viewer.ts'

const staff = ['panel.read', 'panel.select', 'panel.request', 'panel.convene']

/** Condition on `panels`: the viewer may follow the work of the panel. */
export function panelVisibleTo(viewer: Viewer): SQL | undefined {
  const keeps = viewer.personId === null ? undefined : eq(panels.secretaryId, viewer.personId)
  return or(within(viewer, staff), keeps)
}

/** Condition on `panels`: the viewer works on it, or has accepted a seat. */
export function panelKnownTo(viewer: Viewer): SQL | undefined {
  if (viewer.personId === null) return panelVisibleTo(viewer)
  const seated = sql`${panels.id} in (select s.panel_id from ${seats} s join ${invitations} i on i.seat_id = s.id
    where s.person_id = ${viewer.personId} and s.left_at is null and i.answer = 'accepted')`
  return or(panelVisibleTo(viewer), seated)
}

/**
 * Condition on `panels` left joined with `drafts`: the viewer may know what it is about. A draft has its own reach, a
 * closed object is for those who work on the panel, and so is a work of a contest.
 */
export function objectVisibleTo(viewer: Viewer): SQL | undefined {
  const open = sql`(${panels.objectKind} in ('system', 'files') and not ${panels.closed})`
  const draft = sql`(${panels.objectKind} = 'draft' and ${draftVisibleTo(viewer)})`
  return or(draft, open, and(sql`${panels.objectKind} <> 'draft'`, panelKnownTo(viewer)))
}

/**
 * Condition on `panels` left joined with `drafts`: how its people were chosen is public. A closed object keeps its words
 * to itself, not the choice; a work of a contest is chosen for with all others, in the protocol of the contest.
 */
export function protocolVisibleTo(viewer: Viewer): SQL | undefined {
  return or(sql`${panels.objectKind} in ('system', 'files')`, objectVisibleTo(viewer))
}

/** Condition on `invitations` joined with `seats`: they are the viewer's. */
export function invitationVisibleTo(viewer: Viewer): SQL {
  return viewer.personId === null ? sql`false` : sql`${seats.personId} = ${viewer.personId}`
}

/** Condition on `seats`: both texts are signed, «заявление об отсутствии конфликта интересов» and «обязательство о неразглашении». */
export const declaredSeat: SQL<boolean> = sql<boolean>`(select count(*) from ${obligations} d where d.seat_id = ${seats.id}) = 2`

/**
 * Condition on `sheets` joined with `seats`: one's own; others' that were sent, once none is missing (or the secretary
 * closed them) and nobody is still asked to join, for members whose form shows names and for those who may read sheets.
 */
export function sheetVisibleTo(viewer: Viewer): SQL | undefined {
  if (viewer.personId === null) return sql`false`
  const complete = sql`(exists (select 1 from ${sheetClosings} sc where sc.panel_id = ${sheets.panelId}) or
    not exists (select 1 from ${seats} os left join ${sheets} other on other.seat_id = os.id
      where os.panel_id = ${sheets.panelId} and os.left_at is null
        and (other.id is not null and other.sent_at is null or os.standing = 'member' and other.id is null)))`
  const mine = sql`exists (select 1 from ${seats} mine join ${invitations} mi on mi.seat_id = mine.id and mi.answer = 'accepted'
    where mine.panel_id = ${sheets.panelId} and mine.person_id = ${viewer.personId} and mine.left_at is null
      and mine.standing = 'member' and (mine.is_chair = 'chair' or mine.is_chair = 'deputy' and ${deputyActs(viewer)}
        or ${namedIn(sheets.panelId)}))`
  const reads = sql`${sheets.panelId} in (select ${panels.id} from ${panels} where ${within(viewer, ['sheet.read'])})`
  const others = sql`${sheets.sentAt} is not null and ${complete} and (${mine} or ${reads})`
  // what was begun by somebody who left is closed; what was sent stays the own work of its author
  const own = sql`(${seats.personId} = ${viewer.personId}
    and (${sheets.sentAt} is not null or (${seats.leftAt} is null and ${declaredSeat})))`
  return or(own, sql`(${others})`)
}

/** Condition on `sheets`: the deputy acts today, as nobody is the chair or it is recorded that the chair is away. */
const deputyActs = ({
  today,
}: Viewer) => sql`(not exists (select 1 from ${seats} head where head.panel_id = ${sheets.panelId}
    and head.is_chair = 'chair' and head.left_at is null)
  or exists (select 1 from ${chairAbsences} away join ${seats} head on head.person_id = away.person_id
      and head.panel_id = away.panel_id and head.is_chair = 'chair' and head.left_at is null
    where away.panel_id = ${sheets.panelId} and away.ended_at is null and away.from_day <= ${today}::date
      and (away.until_day is null or away.until_day >= ${today}::date)))`

/** Whether the form of the panel shows members whose sheets these are. */
const namedIn = (panelId: AnyPgColumn) => sql`(select coalesce((v.form -> 'sheet' ->> 'named')::boolean, true)
  from ${panels} np join ${questionnaireVersions} v on v.id = np.questionnaire_version_id where np.id = ${panelId})`

/** Condition on `conclusions`: issued ones are public. */
export const conclusionPublic = sql`${conclusions.issuedAt} is not null`

/** Condition on `panels`: it lies in a scope in which the viewer has one of the capabilities; the place of its rules. */
function within(viewer: Viewer, capabilities: readonly string[]): SQL | undefined {
  if (capabilities.some((capability) => everywhere(viewer, capability))) return sql`true`
  const of = (kind: ScopeKind) => [...new Set(capabilities.flatMap((one) => scopesOf(viewer, one, kind)))]
  const [own, municipalities, directions] = [of('organisation'), of('municipality'), of('direction')]
  return or(
    own.length > 0 ? inArray(panels.organisationId, own) : undefined,
    municipalities.length > 0
      ? sql`${panels.organisationId} in (select o.id from ${organisations} o where o.municipality_id in ${municipalities})`
      : undefined,
    directions.length > 0
      ? sql`${panels.id} in (select pd.panel_id from ${panelDirections} pd
          join ${directionVersions} dv on dv.id = pd.direction_version_id where dv.direction_id in ${directions})`
      : undefined,
    sql`false`,
  )
}
