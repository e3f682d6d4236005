/** News of a draft for pages that are open: what a reader has not been shown yet, and only what any reader may see. */
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { draftVisibleTo, wordsVisibleTo } from '#db/reach/reviews.ts'
import { drafts, remarks } from '#db/schema/index.ts'

export interface DraftNews {
  /** the last published version */
  version: number
  /** remarks after the one asked for, in order; words that wait or are hidden are nobody's news */
  remarks: { number: number; authorId: string }[]
}

/** More than this is «many»: nobody counts on. */
const MOST = 200

/** News of those of the drafts that the actor may see today, by slug; `since` is the last number already shown. */
export async function newsOf(ctx: Ctx, since: ReadonlyMap<string, number>): Promise<Map<string, DraftNews>> {
  const news = new Map<string, DraftNews>()
  if (since.size === 0) return news
  const rows = await ctx.db
    .select({ id: drafts.id, slug: drafts.slug, version })
    .from(drafts)
    .where(
      and(inArray(drafts.slug, [...since.keys()]), isNull(drafts.withdrawnAt), draftVisibleTo(viewerOf(ctx))),
    )
  for (const { id, slug, version } of rows) {
    const said = await ctx.db
      .select({ number: remarks.number, authorId: remarks.authorId })
      .from(remarks)
      .where(
        and(
          eq(remarks.draftId, id),
          gt(remarks.number, since.get(slug) ?? 0),
          // a guest's view whoever asks: what a moderator sees, or one's own that waits, is no news
          wordsVisibleTo(viewerOf({ ...ctx, actor: null })),
        ),
      )
      .orderBy(asc(remarks.number))
      .limit(MOST)
    news.set(slug, { version, remarks: said })
  }
  return news
}

const version = sql<number>`coalesce((select max(v.number) from versions v
  where v.draft_id = ${drafts.id} and v.published_at is not null), 0)`
