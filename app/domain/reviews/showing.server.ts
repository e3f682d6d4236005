/** Smaller reads of reviews that single pages need. All within reach of the draft. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import type { ResolutionStatus } from '#app/domain/reviews/anchors/passages.ts'
import { type RemarkShown, remarkRows } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import type { BlockData, BlockInput } from '#app/domain/reviews/texts/blocks.ts'
import type { DecisionKind } from '#content/types.ts'
import { draftVisibleTo, versionVisibleTo, wordsVisibleTo } from '#db/reach/reviews.ts'
import { everywhere, scopesOf } from '#db/reach/viewer.ts'
import {
  anchors,
  blocks,
  decisions,
  drafts,
  organisations,
  remarks,
  resolutions,
  versions,
} from '#db/schema/index.ts'

/** The units of a published version of the draft, in reading order. */
export async function versionBlocks(ctx: Ctx, draftId: string, versionId: string): Promise<BlockInput[]> {
  const viewer = viewerOf(ctx)
  const [version] = await ctx.db
    .select({ id: versions.id })
    .from(versions)
    .innerJoin(drafts, eq(drafts.id, versions.draftId))
    .where(
      and(
        eq(versions.id, versionId),
        eq(versions.draftId, draftId),
        draftVisibleTo(viewer),
        versionVisibleTo(viewer),
      ),
    )
  found(version)
  const rows = await ctx.db
    .select()
    .from(blocks)
    .where(eq(blocks.versionId, versionId))
    .orderBy(asc(blocks.position))
  return rows.map(({ versionId: _of, data, ...block }) => ({ ...block, data: data as BlockData }))
}

export interface PlaceInVersion {
  version: number
  status: ResolutionStatus
  address: string
  blockId: string
  words: string
}

/** Where the passage of a remark stands in each published version, oldest first. */
export async function placesOf(ctx: Ctx, remarkId: string): Promise<PlaceInVersion[]> {
  const rows = await ctx.db
    .selectDistinctOn([versions.number], {
      version: versions.number,
      status: resolutions.status,
      blockId: resolutions.fromBlockId,
      from: resolutions.fromOffset,
      to: resolutions.toOffset,
      single: sql<boolean>`${resolutions.fromBlockId} = ${resolutions.toBlockId}`,
      address: blocks.address,
      text: blocks.text,
    })
    .from(remarks)
    .innerJoin(drafts, eq(drafts.id, remarks.draftId))
    .innerJoin(anchors, eq(anchors.id, remarks.anchorId))
    .innerJoin(resolutions, eq(resolutions.anchorId, anchors.id))
    .innerJoin(versions, eq(versions.id, resolutions.versionId))
    .leftJoin(blocks, and(eq(blocks.versionId, versions.id), eq(blocks.blockId, resolutions.fromBlockId)))
    .where(and(eq(remarks.id, remarkId), isNotNull(versions.publishedAt), draftVisibleTo(viewerOf(ctx))))
    .orderBy(asc(versions.number), desc(resolutions.attempt))
  return rows.map(({ version, status, blockId, from, to, single, address, text }) => ({
    version,
    status,
    blockId,
    address: address ?? '',
    words: status === 'deleted' ? '' : (text ?? '').slice(from, single ? to : undefined),
  }))
}

/** Organisations for which the actor may create a draft. */
export async function developersFor(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  const viewer = viewerOf(ctx)
  const ids = scopesOf(viewer, 'draft.create', 'organisation')
  // Over the whole region every organisation above the schools may be the developer.
  const reach = everywhere(viewer, 'draft.create')
    ? inArray(organisations.tier, ['regional', 'municipal'])
    : ids.length > 0
      ? inArray(organisations.id, ids)
      : sql`false`
  return ctx.db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(reach)
    .orderBy(asc(organisations.name), asc(organisations.id))
}

/** Kinds and developers that occur among the drafts the viewer may see, for the filters of the list. */
export async function draftFacets(ctx: Ctx) {
  const visible = and(draftVisibleTo(viewerOf(ctx)), isNull(drafts.withdrawnAt), isNull(drafts.discardedAt))
  const count = sql<number>`count(*)::int`
  const kinds = await ctx.db
    .select({ code: drafts.kind, count })
    .from(drafts)
    .where(visible)
    .groupBy(drafts.kind)
    .orderBy(desc(count), drafts.kind)
  const developers = await ctx.db
    .select({ id: organisations.id, name: organisations.shortName, count })
    .from(drafts)
    .innerJoin(organisations, eq(organisations.id, drafts.developerId))
    .where(visible)
    .groupBy(organisations.id, organisations.shortName)
    .orderBy(desc(count), organisations.shortName)
  return { kinds, developers }
}

export interface RecentFate extends RemarkShown {
  draft: { slug: string; title: string }
}

/** The latest decisions on remarks of drafts that are open to this viewer, one a draft's remark, the newest first. */
export async function recentFates(
  ctx: Ctx,
  kinds: readonly DecisionKind[],
  limit: number,
): Promise<RecentFate[]> {
  const viewer = viewerOf(ctx)
  const rows = await ctx.db
    .select({ remarkId: remarks.id, draftId: drafts.id, slug: drafts.slug, title: drafts.title })
    .from(decisions)
    .innerJoin(remarks, eq(remarks.id, decisions.remarkId))
    .innerJoin(drafts, eq(drafts.id, remarks.draftId))
    .where(
      and(
        isNull(decisions.supersededById),
        inArray(decisions.decision, [...kinds]),
        isNull(drafts.withdrawnAt),
        isNull(remarks.hiddenAt),
        wordsVisibleTo(viewer),
        draftVisibleTo(viewer),
      ),
    )
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(limit)
  const fates: RecentFate[] = []
  for (const { remarkId, draftId, slug, title } of rows) {
    const [remark] = await remarkRows(ctx, draftId, null, sql`${remarks.id} = ${remarkId}`)
    if (remark) fates.push({ ...remark, draft: { slug, title } })
  }
  return fates
}

/** Real figures of the home page: answers given and proposals accepted since a day. */
export async function decisionFigures(
  ctx: Ctx,
  since: Date,
): Promise<{ accepted: number; answered: number }> {
  const [row] = await ctx.db
    .select({
      answered: sql<number>`count(*)::int`,
      accepted: sql<number>`(count(*) filter (where ${decisions.decision} in ('accepted', 'partly')))::int`,
    })
    .from(decisions)
    .where(
      and(
        isNull(decisions.supersededById),
        sql`${decisions.decidedAt} >= ${since.toISOString()}::timestamptz`,
      ),
    )
  return row ?? { accepted: 0, answered: 0 }
}
