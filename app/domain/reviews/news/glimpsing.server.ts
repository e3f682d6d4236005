/**
 * Glimpses: what a letter may say of remarks, replies, decisions and drafts to its reader now.
 *
 * Stricter than the page: what is hidden or taken back goes out to nobody, be it a moderator or the author.
 */
import { type SQL, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import type { Glimpse, Glimpses, NoticeRow } from '#app/domain/notifications/composing.server.ts'
import { lastTalkDay, type StageDays } from '#app/domain/reviews/course/staging.ts'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import { drafts } from '#db/schema/index.ts'

type Row = {
  objectId: string
  excerpt: string | null
  removes: boolean | null
  draftId: string
  title: string
  slug: string
  stages: StageDays[] | null
}

const stand = sql`m.withdrawn_at is null and m.hidden_at is null`

const ofRemarks = glimpse(
  sql`select m.id as object_id, m.draft_id, m.replacement = '' as removes,
    case when m.replacement = '' then a.exact else coalesce(nullif(m.body, ''), m.replacement) end as excerpt
    from remarks m join anchors a on a.id = m.anchor_id where ${stand}`,
)
const ofReplies =
  glimpse(sql`select r.id as object_id, m.draft_id, r.body as excerpt, false as removes from replies r
  join remarks m on m.id = r.remark_id where ${stand} and r.withdrawn_at is null and r.hidden_at is null`)
const ofDecisions =
  glimpse(sql`select d.id as object_id, m.draft_id, case when ${stand} then d.reason end as excerpt, false as removes
  from decisions d join remarks m on m.id = d.remark_id where d.superseded_by_id is null and m.withdrawn_at is null`)
const ofVersions = glimpse(
  sql`select v.id as object_id, v.draft_id, v.note as excerpt, false as removes from versions v`,
)
const ofSummaries = glimpse(
  sql`select s.id as object_id, s.draft_id, null as excerpt, false as removes from summaries s`,
)
const ofDrafts = glimpse(
  sql`select d.id as object_id, d.id as draft_id, null as excerpt, false as removes from drafts d`,
)

/** By kind of object of a notification. */
export const reviewGlimpses: Glimpses = {
  remark: ofRemarks,
  reply: ofReplies,
  decision: ofDecisions,
  version: ofVersions,
  summary: ofSummaries,
  draft: ofDrafts,
  // News of a draft have no row of their own: the draft is named in the facts.
  'draft-news': async (ctx, notices) => {
    const of = (notice: NoticeRow) => String(notice.facts.draft ?? '')
    const known = await ofDrafts(
      ctx,
      notices.filter((one) => of(one) !== '').map((notice) => ({ ...notice, objectId: of(notice) })),
    )
    return known
  },
}

function glimpse(source: SQL) {
  return async (ctx: Ctx, notices: readonly NoticeRow[]): Promise<Map<string, Glimpse>> => {
    if (notices.length === 0) return new Map()
    const ids = sql.join(
      [...new Set(notices.map(({ objectId }) => objectId))].map((id) => sql`${id}::uuid`),
      sql`, `,
    )
    const rows = await ctx.db.execute<Row>(sql`
      select x.object_id as "objectId", x.excerpt, x.removes, ${drafts.id} as "draftId", ${drafts.title}, ${drafts.slug},
        (select json_agg(json_build_object('kind', s.kind, 'firstDay', s.first_day, 'lastDay', s.last_day) order by s.position)
          from stages s join discussions t on t.id = s.discussion_id where t.draft_id = ${drafts.id}) as stages
      from (${source}) x join ${drafts} on ${drafts.id} = x.draft_id
      where x.object_id in (${ids}) and ${draftVisibleTo(viewerOf(ctx))}`)
    const known = new Map(rows.map((row) => [row.objectId, row]))
    return new Map(
      notices.flatMap((notice) => {
        const row = known.get(notice.objectId)
        return row ? [[notice.id, shown(ctx, row)] as const] : []
      }),
    )
  }
}

function shown(ctx: Ctx, { excerpt, removes, draftId, title, slug, stages }: Row): Glimpse {
  const last = lastTalkDay(stages ?? [])
  const deadline = last !== null && last >= viewerOf(ctx).today ? last : null
  const group = { id: draftId, title, address: `/drafts/${slug}`, deadline }
  return { group, excerpt: excerpt ?? '', removes: removes === true }
}
