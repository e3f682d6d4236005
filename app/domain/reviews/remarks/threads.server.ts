/** A remark with its thread and the history of its decisions. */
import { sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import type { Veil } from '#app/domain/moderation/texts.ts'
import { found } from '#app/domain/problem.ts'
import { draftState } from '#app/domain/reviews/facts.server.ts'
import { type RemarkFacts, reviewRules } from '#app/domain/reviews/rules.ts'
import { nameShownOf, replyWordsVisibleTo } from '#db/reach/reviews.ts'
import { remarks } from '#db/schema/index.ts'
import { type AttachmentShown, attachmentsOf } from './attaching.server.ts'
import { type RevisionShown, revisionsOf } from './editing.server.ts'
import { type DecisionShown, type RemarkShown, remarkRows } from './remark-rows.server.ts'

export type ReplyShown = {
  id: string
  /** empty when withdrawn or hidden */
  body: string
  withdrawn: boolean
  hidden: boolean
  veil: Veil | null
  hideCode: string | null
  hideReason: string | null
  createdAt: Date
  own: boolean
  /** null: the name may not be shown */
  name: string | null
  /** the number in this draft, when the person also left a remark */
  participantNumber: number | null
  /** speaks for the developer */
  developer: boolean
}
export interface Thread {
  remark: RemarkShown
  /** none under a remark taken back: its page shows no conversation, so nobody is sent one */
  replies: ReplyShown[]
  /** all decisions, oldest first; `superseded` no longer hold */
  decisions: (DecisionShown & { superseded: boolean; deputy: boolean })[]
  /** what it said before it was changed, oldest first; none when the words are not shown */
  revisions: RevisionShown[]
  files: AttachmentShown[]
  facts: RemarkFacts
}

/** The remark with this number in the draft, placed in the version (or in none). Within reach of the draft. */
export async function threadOf(
  ctx: Ctx,
  draftId: string,
  number: number,
  versionId: string | null = null,
): Promise<Thread> {
  const { facts } = await draftState(ctx, draftId)
  const [remark] = await remarkRows(ctx, draftId, versionId, sql`${remarks.number} = ${number}`)
  const shown = found(remark)
  const replies = await repliesOf(ctx, shown.id)
  const decisions = await decisionsOf(ctx, shown.id)
  const all = shown.own || reviewRules.moderate(ctx.actor, facts) === null
  const silent = shown.withdrawn || (shown.hidden && shown.body === '' && !shown.own)
  const [author] = await ctx.db
    .select({ id: remarks.authorId })
    .from(remarks)
    .where(sql`${remarks.id} = ${shown.id}`)
  return {
    remark: shown,
    replies: shown.withdrawn ? [] : replies,
    decisions,
    revisions: silent ? [] : await revisionsOf(ctx, shown.id, all),
    files: silent ? [] : await attachmentsOf(ctx, shown.id),
    facts: {
      ...facts,
      authorId: found(author).id,
      withdrawnRemark: shown.withdrawn,
      hiddenRemark: shown.hidden,
      shut: shown.veil === 'hidden',
      fromPaper: shown.intake !== null,
      decided: shown.decision !== null,
      answered: shown.supports > 0 || replies.some(({ own }) => own !== shown.own),
    },
  }
}

/** Replies to a remark, oldest first. */
export async function repliesOf(ctx: Ctx, remarkId: string): Promise<ReplyShown[]> {
  const viewer = viewerOf(ctx)
  const rows = await ctx.db.execute<Omit<ReplyShown, 'createdAt'> & { createdAt: string }>(sql`
    select r.id, case when r.withdrawn_at is null and ${replyWordsVisibleTo(viewer)} then r.body else '' end as body,
      r.withdrawn_at is not null as withdrawn, r.hidden_at is not null as hidden,
      case when r.hidden_at is not null then coalesce(r.veil, 'hidden') end as veil,
      r.hide_code as "hideCode", r.hide_reason as "hideReason", r.created_at as "createdAt",
      ${viewer.personId}::uuid is not null and r.author_id = ${viewer.personId}::uuid as own,
      case when ${nameShownOf(sql`r.author_id`)} and r.veil is distinct from 'held' and coalesce(r.shown_as, 'name') = 'name'
        then concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) end as name,
      r.participant_number as "participantNumber",
      exists (select 1 from employments e where e.person_id = r.author_id and e.organisation_id = d.developer_id
        and e.during @> ${viewer.today}::date) as developer
    from replies r join people p on p.id = r.author_id
    join remarks m on m.id = r.remark_id join drafts d on d.id = m.draft_id
    where r.remark_id = ${remarkId} order by r.id`)
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }))
}

async function decisionsOf(ctx: Ctx, remarkId: string): Promise<Thread['decisions']> {
  const rows = await ctx.db.execute<
    Omit<Thread['decisions'][number], 'decidedAt'> & { decidedAt: string }
  >(sql`
    select d.id, d.decision, d.reason, d.decided_at as "decidedAt", v.number as "changedVersion",
      d.superseded_by_id is not null as superseded, d.deputy_of_id is not null as deputy
    from decisions d left join versions v on v.id = d.changed_version_id
    where d.remark_id = ${remarkId} order by d.id`)
  return rows.map((row) => ({ ...row, decidedAt: new Date(row.decidedAt) }))
}
