/**
 * Settled places: what a person once said about a doubtful passage holds in the versions that follow. A chosen place is
 * followed from there; «none of them» keeps the passage deleted as long as no other place comes into question.
 */
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { anchors, resolutions, versions } from '#db/schema/index.ts'
import { type Resolution, resolveAll, textBetween } from './anchoring.ts'
import { blocksOfVersion } from './resolutions.server.ts'
import { type AnchorBlock, isContainer } from './units.ts'

type Settled = typeof resolutions.$inferSelect & { whole: boolean; refused: Set<string> }

/** For passages that somebody settled in a version before: their place in this one, given the place that was found. */
export async function settledPlaces(
  ctx: Ctx,
  draftId: string,
  versionId: string,
  units: readonly AnchorBlock[],
): Promise<Map<string, (found: Resolution) => Resolution>> {
  const settled = await settledIn(ctx, draftId, versionId)
  const amended = new Map<string, (found: Resolution) => Resolution>()
  for (const { anchorId, status, refused } of settled)
    if (status === 'deleted') amended.set(anchorId, (found) => stillRefused(found, refused))
  const standing = settled.filter(({ status }) => status !== 'deleted')
  for (const origin of new Set(standing.map((row) => row.versionId))) {
    const own = (await blocksOfVersion(ctx, origin)).filter(({ kind }) => !isContainer(kind))
    const here = standing.filter((row) => row.versionId === origin)
    const passages = here.map((row) => ({ ...row, exact: textBetween(own, row) }))
    resolveAll(own, units, passages).forEach((place, at) => {
      const row = here[at]
      if (row) amended.set(row.anchorId, () => followed(place, row))
    })
  }
  return amended
}

/** What was found for the anchors of the draft that a person settled anywhere, in all versions but this one. */
export function settledQuery(ctx: Ctx, draftId: string, versionId: string) {
  const settled = sql`exists (select from resolutions c
    where c.anchor_id = ${resolutions.anchorId} and c.method = 'confirmed')`
  return ctx.db
    .select({ resolution: resolutions, whole: anchors.whole })
    .from(resolutions)
    .innerJoin(anchors, eq(anchors.id, resolutions.anchorId))
    .innerJoin(versions, eq(versions.id, resolutions.versionId))
    .where(and(eq(versions.draftId, draftId), ne(versions.id, versionId), settled))
    .orderBy(asc(versions.number), asc(resolutions.attempt))
}

/** The last word on each anchor of the draft in the newest version before this one that has any. */
async function settledIn(ctx: Ctx, draftId: string, versionId: string): Promise<Settled[]> {
  const rows = await settledQuery(ctx, draftId, versionId)
  const last = new Map<string, Settled>()
  for (const { resolution, whole } of rows) {
    const known = last.get(resolution.anchorId)
    const refused = new Set([
      ...(known?.refused ?? []),
      ...(resolution.candidates ?? []).map(({ blockId }) => blockId),
    ])
    const said =
      resolution.method === 'confirmed' ? { ...resolution, whole, refused } : known && { ...known, refused }
    last.set(resolution.anchorId, said ?? { ...resolution, whole, refused })
  }
  return [...last.values()].filter(({ method }) => method === 'confirmed')
}

/** Its evidence are other words than those that were pointed at: what stood edited is not exact in the next version. */
function followed(place: Resolution, { status }: Settled): Resolution {
  if (place.status === 'deleted' || place.status === 'ambiguous') return place
  const kept = place.status === 'exact' || place.status === 'moved'
  return { ...place, method: 'confirmed', status: kept ? status : place.status }
}

function stillRefused(found: Resolution, refused: ReadonlySet<string>): Resolution {
  const { candidates, ...place } = found
  if (place.status !== 'ambiguous' || !candidates?.every(({ blockId }) => refused.has(blockId))) return found
  return { ...place, status: 'deleted', method: 'confirmed', score: 0 }
}
