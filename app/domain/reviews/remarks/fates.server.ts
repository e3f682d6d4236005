/** Fates: what became of the actor's own remarks, and where their passages stand now. */
import { and, inArray, or, sql } from 'drizzle-orm'
import { type ActingCtx, viewerOf } from '#app/domain/ctx.ts'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import { discussions, drafts, remarks, stages } from '#db/schema/index.ts'
import { type RemarkShown, remarkRows } from './remark-rows.server.ts'
import { type WayStep, waysOf } from './way.server.ts'

export interface Fate extends RemarkShown {
  draft: { id: string; slug: string; title: string; number: number }
  /** the last published version, where `place` is */
  currentVersion: number
  summary: boolean
  /** what has happened to it so far */
  way: WayStep[]
}

/** What was entered by mistake and taken back was never said. */
const standing = sql`not exists (select 1 from intakes u where u.id = ${remarks.intakeId} and u.undone_at is not null)`

/** What goes on behind closed doors is nothing for who was taken off the list, though he spoke there. */
const closed = sql`exists (select 1 from ${stages} cs join ${discussions} cd on cd.id = cs.discussion_id
  where cd.draft_id = ${drafts.id} and cs.audience = 'closed')`

/**
 * Own remarks, newest first, with decision and place in the last published version. Also of withdrawn drafts; of closed
 * ones only while the actor may read them.
 */
export async function fatesOf(ctx: ActingCtx): Promise<Fate[]> {
  const rows = await ctx.db.execute<{
    id: string
    versionId: string
    currentVersion: number
    summary: boolean
  }>(sql`
    select r.draft_id as id, v.id as "versionId", v.number as "currentVersion",
      exists (select 1 from summaries s where s.draft_id = r.draft_id) as summary
    from (select draft_id, max(id::text) as newest from remarks where author_id = ${ctx.actor.personId} group by draft_id) r
    join lateral (select id, number from versions where draft_id = r.draft_id and published_at is not null
      order by number desc limit 1) v on true
    order by r.newest desc`)
  if (rows.length === 0) return []
  const heads = await ctx.db
    .select({ id: drafts.id, slug: drafts.slug, title: drafts.title, number: drafts.number })
    .from(drafts)
    .where(
      and(
        inArray(
          drafts.id,
          rows.map(({ id }) => id),
        ),
        or(sql`not ${closed}`, draftVisibleTo(viewerOf(ctx))),
      ),
    )
  const ways = await waysOf(ctx)
  const fates: Fate[] = []
  for (const { id, versionId, currentVersion, summary } of rows) {
    const draft = heads.find((head) => head.id === id)
    const own = await remarkRows(
      ctx,
      id,
      versionId,
      sql`${remarks.authorId} = ${ctx.actor.personId} and ${standing}`,
    )
    if (draft)
      fates.push(
        ...own.map((remark) => ({
          ...{ ...remark, draft, currentVersion, summary },
          way: ways.get(remark.id) ?? [],
        })),
      )
  }
  return fates.sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())
}
