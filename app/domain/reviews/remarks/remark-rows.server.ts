/** Remarks as they may be shown: words masked by reach, people by the name they may be shown with, place in a version. */
import { type SQL, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import type { Veil } from '#app/domain/moderation/texts.ts'
import type { Part, Range, ResolutionStatus } from '#app/domain/reviews/anchors/passages.ts'
import { addressWords } from '#content/addresses.ts'
import type { DecisionKind, RemarkKind } from '#content/types.ts'
import { authorNameShown, wordsVisibleTo } from '#db/reach/reviews.ts'
import { anchors, remarks } from '#db/schema/index.ts'

export type AuthorShown = {
  /** «участник № 58» of this draft */
  participantNumber: number
  /** public number of the person, only when the name is shown */
  personNumber: number | null
  name: string | null
  /** the post of today, when the person speaks by name or by role */
  post: string | null
  /** the municipality of that work */
  municipality: string | null
  /** an expert of the registry today, when the person speaks by name or by role */
  expert: boolean
}
export type PlaceShown = Range & {
  status: ResolutionStatus
  score: number
  candidates: { blockId: string; from: number; to: number; score: number }[] | null
  /** of a split passage: where its words are, unit by unit */
  parts: Part[] | null
}
export type DecisionShown = {
  id: string
  decision: DecisionKind
  reason: string
  decidedAt: Date
  /** the version in which the promised change landed */
  changedVersion: number | null
}
export type IntakeShown = {
  channel: 'letter' | 'email' | 'session'
  number: string
  day: string
  event: string
  item: string
}
export type RemarkShown = {
  id: string
  number: number
  kind: RemarkKind
  weight: 'editorial' | 'substantive' | 'principal'
  /** empty when the words are not shown; then `withdrawn` or `hidden` says why */
  body: string
  replacement: string | null
  grounds: string
  sources: string
  editedAt: Date | null
  lang: string
  withdrawn: boolean
  hidden: boolean
  /** why the words are covered: they wait for a check, are hidden, or went back to the author */
  veil: Veil | null
  /** code of content/moderation.yaml, and the moderator's own words */
  hideCode: string | null
  hideReason: string | null
  author: AuthorShown
  onBehalfOf: string | null
  /** the word of an organisation: its name stands for the author's, its signatory for the post */
  position: boolean
  /** how it came, when it was not typed in the site */
  intake: IntakeShown | null
  own: boolean
  receivedAt: Date
  late: boolean
  exact: string
  address: string
  whole: boolean
  /** on the document as a whole: it has no words of its own, its place is the first unit */
  general: boolean
  versionNumber: number
  place: PlaceShown | null
  supports: number
  supported: boolean
  replies: number
  decision: DecisionShown | null
  /** of a closed stage, where nobody decides: whether its position stands on the remark */
  inPosition: 'gathering' | 'taken' | 'left' | null
  /** how the discussion ended, when nothing is decided there any more: by its summary, or before */
  ended: 'summary' | 'cancelled' | null
}

/** Remarks of a draft within `where`, with their places in a version; one query, in order of number. */
export async function remarkRows(
  ctx: Ctx,
  draftId: string,
  versionId: string | null,
  where: SQL = sql`true`,
): Promise<RemarkShown[]> {
  const viewer = viewerOf(ctx)
  const words = wordsVisibleTo(viewer)
  const me = viewer.personId ?? null
  const rows = await ctx.db.execute<Row>(sql`
    select ${remarks.id}, ${remarks.number}, ${remarks.kind}, ${remarks.weight}, ${remarks.lang}, ${remarks.late},
      case when ${words} then ${remarks.body} else '' end as body,
      case when ${words} then ${remarks.replacement} end as replacement,
      case when ${words} then ${remarks.grounds} else '' end as grounds,
      case when ${words} then ${remarks.sources} else '' end as sources, ${remarks.editedAt} as "editedAt",
      ${remarks.withdrawnAt} is not null as withdrawn, ${remarks.hiddenAt} is not null as hidden,
      case when ${remarks.hiddenAt} is not null then coalesce(${remarks.veil}, 'hidden') end as veil,
      ${remarks.hideCode} as "hideCode", ${remarks.hideReason} as "hideReason", ${remarks.receivedAt} as "receivedAt",
      ${me}::uuid is not null and ${remarks.authorId} = ${me}::uuid as own,
      ${remarks.participantNumber} as "participantNumber", ${authorFields(viewer.today)},
      case when not ${organisational} then o.short_name end as "onBehalfOf", ${organisational} as position,
      case when i.id is not null then json_build_object('channel', i.channel, 'number', i.number, 'day', i.day,
        'event', i.event, 'item', i.item) end as intake, ${remarks.general},
      case when ${remarks.general} then '' else ${anchors.exact} end as exact, ${anchors.whole}, v.number as "versionNumber",
      case when ${remarks.general} then ${addressWords.document} else ${anchors.address} end as address,
      case when p.status is not null then json_build_object('status', case when ${remarks.general} then 'exact' else p.status end, 'score', p.score, 'candidates', p.candidates, 'parts', p.parts,
        'fromBlockId', p.from_block_id, 'fromOffset', p.from_offset, 'toBlockId', p.to_block_id, 'toOffset', p.to_offset) end as place,
      coalesce(s.n, 0) as supports, coalesce(s.mine, false) as supported, coalesce(r.n, 0) as replies,
      case when n.draft_id is not null then case
        when exists (select from gathered_from f where f.remark_id = ${remarks.id}) then 'taken'
        when n.ended_at is null then 'gathering' else 'left' end end as "inPosition",
      (select case when w.withdrawn_at is not null or t.cancelled_at is not null then 'cancelled'
        when t.closed_at is not null then 'summary' end
        from drafts w left join discussions t on t.draft_id = w.id where w.id = ${draftId}) as ended,
      d.id as "decisionId", d.decision, d.reason, d.decided_at as "decidedAt", cv.number as "changedVersion"
    from ${remarks}
    join ${anchors} on ${anchors.id} = ${remarks.anchorId}
    join versions v on v.id = ${remarks.versionId}
    join people a on a.id = ${remarks.authorId}
    left join organisations o on o.id = ${remarks.onBehalfOfId}
    left join positions po on po.id = ${remarks.positionId}
    left join intakes i on i.id = ${remarks.intakeId}
    left join organisations io on io.id = i.organisation_id
    left join lateral (select * from resolutions x where x.anchor_id = ${anchors.id} and x.version_id = ${versionId}::uuid
      order by x.attempt desc limit 1) p on true
    left join lateral (select count(*)::int as n, bool_or(x.person_id = ${me}::uuid) as mine from supports x
      where x.remark_id = ${remarks.id}) s on true
    left join lateral (select count(*)::int as n from replies x where x.remark_id = ${remarks.id}
      and x.withdrawn_at is null and x.hidden_at is null) r on true
    left join inner_discussions n on n.draft_id = ${remarks.draftId}
    left join decisions d on d.remark_id = ${remarks.id} and d.superseded_by_id is null
    left join versions cv on cv.id = d.changed_version_id
    where ${remarks.draftId} = ${draftId} and (${where})
    order by ${remarks.number}`)
  return rows.map(shown)
}

/** An organisation speaks: by its position, or by a letter of its own. */
const organisational = sql`(po.id is not null or io.id is not null or nullif(i.organisation_name, '') is not null)`

/** Name, number, post and expert status of the author `a`, as far as the person chose and the ground allows. */
function authorFields(today: string): SQL {
  // A newcomer's name is a text, too: it is checked with the words.
  const named = sql`(not ${organisational} and ${remarks.shownAs} = 'name' and ${authorNameShown}
    and ${remarks.veil} is distinct from 'held')`
  const known = sql`(${named} or (not ${organisational} and ${remarks.shownAs} = 'role'))`
  return sql`
    case when ${named} then a.number end as "personNumber",
    case when ${organisational} then coalesce(o.short_name, io.short_name, i.organisation_name)
      when ${named} then concat_ws(' ', a.family_name, a.given_name, nullif(a.patronymic, '')) end as name,
    case when ${organisational} then case when ${remarks.veil} is distinct from 'held'
        then coalesce(case when po.hidden_at is null then po.signatory end, nullif(i.signatory, '')) end
      when ${known} then (select e.post from employments e where e.person_id = a.id and e.during @> ${today}::date
        order by e.id limit 1) end as post,
    case when ${known} then (select mu.name from employments e join organisations eo on eo.id = e.organisation_id
      join municipalities mu on mu.id = eo.municipality_id where e.person_id = a.id and e.during @> ${today}::date
      order by e.id limit 1) end as municipality,
    ${known} and exists (select 1 from statuses t where t.person_id = a.id and t.during @> ${today}::date and upper_inf(t.known)) as expert`
}

type Row = Omit<RemarkShown, 'author' | 'decision' | 'place' | 'receivedAt' | 'editedAt'> &
  AuthorShown & {
    receivedAt: string | Date
    editedAt: string | Date | null
    place: PlaceShown | null
    decisionId: string | null
    decision: DecisionKind | null
    reason: string | null
    decidedAt: string | Date | null
    changedVersion: number | null
  }

function shown(row: Row): RemarkShown {
  const {
    participantNumber,
    personNumber,
    name,
    post,
    municipality,
    expert,
    decisionId,
    decision,
    reason,
    decidedAt,
    changedVersion,
    ...rest
  } = row
  return {
    ...rest,
    receivedAt: new Date(row.receivedAt),
    editedAt: row.editedAt === null ? null : new Date(row.editedAt),
    author: { participantNumber, personNumber, name, post, municipality, expert },
    decision:
      decisionId && decision && decidedAt
        ? { id: decisionId, decision, reason: reason ?? '', decidedAt: new Date(decidedAt), changedVersion }
        : null,
  }
}
