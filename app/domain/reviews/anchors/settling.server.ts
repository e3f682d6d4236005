/**
 * Settling: a passage with several likely places waits for a person, who names one of them or says that the words are
 * gone. The choice is a further attempt with its author; the evidence and what the machine found stay as they were, so
 * it may be chosen anew.
 */
import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { lockRemark } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { anchors, blocks, remarks, resolutions, versions } from '#db/schema/index.ts'
import { type Resolution, resolveAll, wholeOf } from './anchoring.ts'
import type { Passage } from './passages.ts'
import type { AnchorBlock } from './units.ts'

/** What is asked of a person: the unit as it was, and the units of the version of now that may be meant. */
export interface PlaceQuestion {
  anchorId: string
  version: { id: string; number: number }
  /** of the answer that stands now; who answers names it, so that nobody overrides an answer unseen */
  attempt: number
  /** id of the chosen unit, `none` when the words were said to be gone, null while it is open */
  chosen: string | null
  origin: AnchorBlock
  passage: Passage
  /** where the passage would be shown as deleted */
  seat: { blockId: string; offset: number }
  candidates: (AnchorBlock & { score: number })[]
}

/** The question about a remark's place in the current version; null when its place was never in doubt. */
export async function placeQuestion(ctx: Ctx, remarkId: string): Promise<PlaceQuestion | null> {
  const [asked] = await ctx.db
    .select({ anchor: anchors, version: { id: versions.id, number: versions.number } })
    .from(remarks)
    .innerJoin(anchors, eq(anchors.id, remarks.anchorId))
    .innerJoin(versions, eq(versions.draftId, remarks.draftId))
    .where(and(eq(remarks.id, remarkId), eq(remarks.general, false), isNotNull(versions.publishedAt)))
    .orderBy(desc(versions.number))
    .limit(1)
  if (!asked) return null
  const { anchor, version } = asked
  const attempts = await ctx.db
    .select()
    .from(resolutions)
    .where(and(eq(resolutions.anchorId, anchor.id), eq(resolutions.versionId, version.id)))
    .orderBy(asc(resolutions.attempt))
  const [doubt, last] = [attempts.findLast(({ status }) => status === 'ambiguous'), attempts.at(-1)]
  const [origin] = await unitsAt(ctx, anchor.versionId, [anchor.fromBlockId])
  if (!doubt || !last || !origin) return null
  const scores = new Map((doubt.candidates ?? []).map(({ blockId, score }) => [blockId, score]))
  const units = await unitsAt(ctx, version.id, [...scores.keys()])
  return {
    anchorId: anchor.id,
    version,
    attempt: last.attempt,
    chosen: last === doubt ? null : last.status === 'deleted' ? 'none' : last.fromBlockId,
    origin,
    passage: anchor,
    seat: { blockId: doubt.fromBlockId, offset: doubt.fromOffset },
    candidates: units.map((unit) => ({ ...unit, score: scores.get(unit.blockId) ?? 0 })),
  }
}

/** Says which of the likely places is meant, or `none`. Stale answers are refused as a conflict. */
export async function settlePlace(
  ctx: ActingCtx,
  remarkId: string,
  { version: asked, attempt, place }: { version: number; attempt: number; place: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockRemark(ctx, remarkId)
    authorize(reviewRules.settlePlace, ctx.actor, facts)
    const question = await placeQuestion(ctx, remarkId)
    if (!question) throw new Problem('place-certain')
    if (question.version.number !== asked || question.attempt !== attempt) throw new Problem('conflict')
    const unit = question.candidates.find(({ blockId }) => blockId === place)
    if (!unit && place !== 'none') throw new Problem('invalid', {}, 'place')
    const { anchorId, version, seat } = question
    const chosen = unit ? placeIn(question.origin, question.passage, unit) : gone(seat)
    await ctx.db.insert(resolutions).values({
      ...chosen,
      ...{ anchorId, versionId: version.id, attempt: attempt + 1, candidates: null, parts: null },
      confirmedById: ctx.actor.personId,
      createdAt: ctx.now,
    })
    await record(
      ctx,
      'place.settled',
      { kind: 'remark', id: remarkId },
      { version: version.id, attempt: attempt + 1, status: chosen.status, block: unit?.blockId ?? null },
    )
  })
}

/** The words within the chosen unit; the whole of it where they cannot be told apart. */
function placeIn(origin: AnchorBlock, passage: Passage, unit: AnchorBlock & { score: number }): Resolution {
  const [found] = resolveAll([origin], [{ ...unit, blockId: origin.blockId }], [passage])
  const isFound = found && found.status !== 'deleted' && found.status !== 'ambiguous'
  const { fromOffset, toOffset } = isFound ? found : wholeOf(unit)
  return {
    status: isFound && found.status === 'exact' ? 'moved' : 'edited',
    method: 'confirmed',
    score: unit.score,
    ...{ fromBlockId: unit.blockId, fromOffset, toBlockId: unit.blockId, toOffset },
  }
}

function gone({ blockId, offset }: PlaceQuestion['seat']): Resolution {
  return {
    status: 'deleted',
    method: 'confirmed',
    score: 0,
    ...{ fromBlockId: blockId, fromOffset: offset, toBlockId: blockId, toOffset: offset },
  }
}

/** Some units of a version in reading order. */
async function unitsAt(ctx: Ctx, versionId: string, ids: readonly string[]): Promise<AnchorBlock[]> {
  const { blockId, parentId, kind, text, address } = blocks
  return ctx.db
    .select({ blockId, parentId, kind, text, address })
    .from(blocks)
    .where(and(eq(blocks.versionId, versionId), inArray(blocks.blockId, [...ids])))
    .orderBy(asc(blocks.position))
}
