/**
 * Accepted words: a proposal that was put into a text stands with its own words from then on. Aligning texts could only
 * say that the words it replaced are gone; which words came instead is known from the act of putting them in.
 */
import { and, asc, eq, isNotNull, ne } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { type Resolution, resolveAll } from '#app/domain/reviews/anchors/anchoring.ts'
import { blocksOfVersion } from '#app/domain/reviews/anchors/resolutions.server.ts'
import type { AnchorBlock } from '#app/domain/reviews/anchors/units.ts'
import { appliedProposals, remarks, versions } from '#db/schema/index.ts'

type Applied = { anchorId: string; versionId: string; blockId: string; fromOffset: number; after: string }
type Standing = { anchorId: string; exact: string; whole: false } & ReturnType<typeof rangeOf>

/** Places in a version, by anchor, of proposals put into it or into a published one before it; in no other case. */
export async function acceptedPlaces(
  ctx: Ctx,
  draftId: string,
  versionId: string,
  units: readonly AnchorBlock[],
): Promise<Map<string, () => Resolution>> {
  const rows = await ctx.db
    .select({
      anchorId: remarks.anchorId,
      versionId: appliedProposals.versionId,
      blockId: appliedProposals.blockId,
      fromOffset: appliedProposals.fromOffset,
      after: appliedProposals.after,
    })
    .from(appliedProposals)
    .innerJoin(remarks, eq(remarks.id, appliedProposals.remarkId))
    .innerJoin(versions, eq(versions.id, appliedProposals.versionId))
    .where(
      and(eq(versions.draftId, draftId), isNotNull(versions.publishedAt), ne(appliedProposals.after, '')),
    )
    .orderBy(asc(versions.number))
  const places = new Map<string, () => Resolution>()
  for (const origin of new Set(rows.map((row) => row.versionId))) {
    const here = origin === versionId
    const own = here ? units : await blocksOfVersion(ctx, origin)
    const standing = rows.filter((row) => row.versionId === origin).flatMap((row) => standingIn(own, row))
    const found = here ? standing.map(exactly) : resolveAll(own, units, standing)
    for (const [at, { anchorId }] of standing.entries()) {
      const place = found[at]
      if (place) places.set(anchorId, () => asAccepted(place))
    }
  }
  return places
}

/** The words where they were put, or the one place of the unit that has them after it was written on. */
function standingIn(
  units: readonly AnchorBlock[],
  { anchorId, blockId, fromOffset, after }: Applied,
): Standing[] {
  const text = units.find((unit) => unit.blockId === blockId)?.text ?? ''
  const first = text.indexOf(after)
  const at = text.startsWith(after, fromOffset) ? fromOffset : first === text.lastIndexOf(after) ? first : -1
  return at < 0 ? [] : [{ anchorId, exact: after, whole: false, ...rangeOf(blockId, at, at + after.length) }]
}

function rangeOf(blockId: string, fromOffset: number, toOffset: number) {
  return { fromBlockId: blockId, fromOffset, toBlockId: blockId, toOffset }
}

function exactly({ fromBlockId, fromOffset, toBlockId, toOffset }: Standing): Resolution {
  return { status: 'exact', method: 'accepted', score: 1, fromBlockId, fromOffset, toBlockId, toOffset }
}

/** Its evidence are the words that were replaced: what stands now is an edited passage, wherever it stands. */
function asAccepted(place: Resolution): Resolution {
  const whole = place.status === 'exact' || place.status === 'moved'
  return { ...place, method: 'accepted', status: whole ? 'edited' : place.status }
}
