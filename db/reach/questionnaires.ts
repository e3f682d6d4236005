/**
 * Reach of questionnaires: those who compose them see all of their place; others a published one that asks them.
 *
 * Forms of content/ (expert sheets) have no author and are reached only through their own room.
 */
import { and, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import {
  drafts,
  invitations,
  organisations,
  panels,
  participations,
  questionnaires,
  questionnaireVersions,
  seats,
  statuses,
} from '#db/schema/index.ts'
import { draftVisibleTo } from './reviews.ts'
import { everywhere, scopesOf, type Viewer } from './viewer.ts'

/** Condition on `questionnaires`: the viewer may know that it exists. */
export function questionnaireVisibleTo(viewer: Viewer): SQL | undefined {
  return and(isNotNull(questionnaires.authorId), or(composedBy(viewer), and(published, asking(viewer))))
}

/** Condition on `questionnaires`: the viewer works on questionnaires of its organisation. */
export function composedBy(viewer: Viewer): SQL<boolean> {
  const of = within(viewer, ['questionnaire.edit'])
  return sql<boolean>`(${of ?? sql`false`})`
}

/** Condition on `questionnaires`: the viewer is one of those who are asked. */
export function entitled(viewer: Viewer): SQL<boolean> {
  if (viewer.personId === null) return sql<boolean>`false`
  return sql<boolean>`(${asking(viewer)})`
}

const published = and(
  isNull(questionnaires.discardedAt),
  sql`exists (select 1 from ${questionnaireVersions} where ${questionnaireVersions.questionnaireId} = ${questionnaires.id}
    and ${questionnaireVersions.publishedAt} is not null)`,
)

/** Open ones ask whoever reads the draft; a guest, too, is asked to sign in. */
function asking(viewer: Viewer): SQL | undefined {
  const ofDraft = or(
    isNull(questionnaires.draftId),
    sql`${questionnaires.draftId} in (select ${drafts.id} from ${drafts} where ${draftVisibleTo(viewer)} and ${drafts.withdrawnAt} is null)`,
  )
  const everyone = and(sql`${questionnaires.audience} = 'everyone'`, ofDraft)
  if (viewer.personId === null) return everyone
  return or(
    everyone,
    and(sql`${questionnaires.audience} = 'experts'`, ofDraft, expertOn(viewer)),
    and(sql`${questionnaires.audience} = 'panel'`, seated(viewer.personId)),
    sql`exists (select 1 from ${participations} where ${participations.questionnaireId} = ${questionnaires.id}
      and ${participations.personId} = ${viewer.personId} and ${participations.invited})`,
  )
}

function expertOn({ personId, today }: Viewer): SQL {
  return sql`exists (select 1 from ${statuses} where ${statuses.personId} = ${personId}
    and ${statuses.during} @> ${today}::date and upper_inf(${statuses.known}))`
}

function seated(personId: string): SQL {
  return sql`exists (select 1 from ${panels} join ${seats} on ${seats.panelId} = ${panels.id}
    join ${invitations} on ${invitations.seatId} = ${seats.id}
    where ${panels.draftId} = ${questionnaires.draftId} and ${panels.cancelledAt} is null
      and ${seats.personId} = ${personId} and ${seats.leftAt} is null and ${invitations.answer} = 'accepted')`
}

/** Condition on `questionnaires`: its organisation lies in a scope in which the viewer has the capability. */
function within(viewer: Viewer, capabilities: readonly string[]): SQL | undefined {
  if (capabilities.some((capability) => everywhere(viewer, capability))) return sql`true`
  const of = (kind: 'organisation' | 'municipality') => [
    ...new Set(capabilities.flatMap((one) => scopesOf(viewer, one, kind))),
  ]
  const [own, municipalities] = [of('organisation'), of('municipality')]
  return or(
    own.length > 0 ? inArray(questionnaires.organisationId, own) : undefined,
    municipalities.length > 0
      ? sql`${questionnaires.organisationId} in (select o.id from ${organisations} o where o.municipality_id in ${municipalities})`
      : undefined,
  )
}
