/** Resolutions: the places of passages in versions, computed once by the server and added, never changed. */
import { and, asc, eq, gt, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { anchors, blocks, resolutions, versions } from '#db/schema/index.ts'
import { type Passage, type Resolution, resolveAll } from './anchoring.ts'
import type { AnchorBlock } from './units.ts'

type StoredAnchor = Passage & { id: string; versionId: string }

const AT_ONCE = 3000

/** The units of a stored version in reading order. */
export async function blocksOfVersion(ctx: Ctx, versionId: string): Promise<AnchorBlock[]> {
  return ctx.db
    .select({
      blockId: blocks.blockId,
      parentId: blocks.parentId,
      kind: blocks.kind,
      text: blocks.text,
      address: blocks.address,
    })
    .from(blocks)
    .where(eq(blocks.versionId, versionId))
    .orderBy(asc(blocks.position))
}

/** What is known of a passage's place beyond the texts, given the place that was found. */
export type Known = ReadonlyMap<string, (found: Resolution) => Resolution>

/** Finds every passage of the draft's other versions in a version that is being published. */
export async function resolveInto(
  ctx: Ctx,
  draftId: string,
  versionId: string,
  units: readonly AnchorBlock[],
  known: Known,
): Promise<void> {
  const stored = await ctx.db
    .select({ anchor: anchors })
    .from(anchors)
    .innerJoin(versions, eq(versions.id, anchors.versionId))
    .where(and(eq(versions.draftId, draftId), ne(anchors.versionId, versionId)))
    .orderBy(asc(anchors.id))
  const byVersion = new Map<string, StoredAnchor[]>()
  for (const { anchor } of stored)
    byVersion.set(anchor.versionId, [...(byVersion.get(anchor.versionId) ?? []), anchor])
  for (const [origin, passages] of byVersion) {
    const found = resolveAll(await blocksOfVersion(ctx, origin), units, passages)
    await insertResolutions(
      ctx,
      versionId,
      passages.map(({ id }) => id),
      found.map((place, at) => known.get(passages[at]?.id ?? '')?.(place) ?? place),
    )
  }
}

/** Places a new passage in its own version and in every version published after it. */
export async function placeAnchor(ctx: Ctx, draftId: string, anchor: StoredAnchor): Promise<void> {
  const { fromBlockId, fromOffset, toBlockId, toOffset } = anchor
  const origin: Resolution = {
    status: 'exact',
    method: 'origin',
    score: 1,
    fromBlockId,
    fromOffset,
    toBlockId,
    toOffset,
  }
  await insertResolutions(ctx, anchor.versionId, [anchor.id], [origin])
  const others = await ctx.db
    .select({ id: versions.id })
    .from(versions)
    .where(
      and(
        eq(versions.draftId, draftId),
        isNotNull(versions.publishedAt),
        gt(versions.number, sql`(select v.number from versions v where v.id = ${anchor.versionId})`),
      ),
    )
  if (others.length === 0) return
  const before = await blocksOfVersion(ctx, anchor.versionId)
  for (const { id } of others) {
    await insertResolutions(
      ctx,
      id,
      [anchor.id],
      resolveAll(before, await blocksOfVersion(ctx, id), [anchor]),
    )
  }
}

async function insertResolutions(
  ctx: Ctx,
  versionId: string,
  anchorIds: string[],
  found: Resolution[],
): Promise<void> {
  const rows = found.flatMap((resolution, at) => {
    const anchorId = anchorIds[at]
    return anchorId
      ? [
          {
            ...resolution,
            anchorId,
            versionId,
            candidates: resolution.candidates ?? null,
            parts: resolution.parts ?? null,
            createdAt: ctx.now,
          },
        ]
      : []
  })
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await ctx.db.insert(resolutions).values(rows.slice(at, at + AT_ONCE))
  }
}

/** Present places of the anchors in a version: of several attempts the last. */
export async function placesIn(ctx: Ctx, versionId: string, anchorIds: string[]) {
  if (anchorIds.length === 0) return new Map<string, typeof resolutions.$inferSelect>()
  const rows = await ctx.db
    .select()
    .from(resolutions)
    .where(and(eq(resolutions.versionId, versionId), inArray(resolutions.anchorId, anchorIds)))
    .orderBy(asc(resolutions.attempt))
  return new Map(rows.map((row) => [row.anchorId, row]))
}
