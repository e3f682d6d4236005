/**
 * Correcting: «исправлена техническая ошибка». The published version stays as it is; a dated record beside it says
 * which words of which unit should read how, and readers see both.
 */
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found } from '#app/domain/problem.ts'
import { addStep, tellTakers } from '#app/domain/reviews/course/steps.server.ts'
import { lockDraft } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import { blocks, drafts, errata, versions } from '#db/schema/index.ts'
import { misprintIn } from './misprints.ts'

export interface ErratumInput {
  versionId: string
  blockId: string
  /** as printed, standing once in the unit */
  before: string
  after: string
  reason: string
}

/** Puts a misprint of a published version right; returns the record's id. */
export async function correctMisprint(ctx: ActingCtx, draftId: string, input: ErratumInput): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const { draft, facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.correct, ctx.actor, facts)
    const { text, errata: limits } = content().settings
    const reason = cleanWords(input.reason, 'reason', text.reason)
    const said = {
      before: cleanWords(input.before, 'before', text.title),
      after: cleanWords(input.after, 'after', text.title),
    }
    const { words, address, number } = await publishedUnit(ctx, draftId, input)
    const earlier = (await errataOf(ctx, input.versionId)).filter(({ blockId }) => blockId === input.blockId)
    const misprint = misprintIn(words, said, earlier, limits)
    const id = uuidv7()
    const { versionId, blockId } = input
    const made = { madeById: ctx.actor.personId, madeAt: ctx.now }
    await ctx.db.insert(errata).values({ id, versionId, blockId, ...misprint, reason, ...made })
    const step = await addStep(ctx, draftId, {
      kind: 'erratum',
      reason,
      facts: { before: misprint.before, after: misprint.after, address, version: number },
    })
    await record(
      ctx,
      'erratum.made',
      { kind: 'version', id: versionId },
      { erratum: id, block: blockId, step },
    )
    await tellTakers(ctx, draft, 'erratum.made', { kind: 'step', id: step })
    return id
  })
}

export interface ErratumShown {
  blockId: string
  fromOffset: number
  before: string
  after: string
  reason: string
  madeAt: Date
}

/** Errata of a published version within reach, in the order they were made: for the page and every export of it. */
export async function errataOf(ctx: Ctx, versionId: string): Promise<ErratumShown[]> {
  return ctx.db
    .select({
      blockId: errata.blockId,
      fromOffset: errata.fromOffset,
      before: errata.before,
      after: errata.after,
      reason: errata.reason,
      madeAt: errata.madeAt,
    })
    .from(errata)
    .innerJoin(versions, eq(versions.id, errata.versionId))
    .innerJoin(drafts, eq(drafts.id, versions.draftId))
    .where(and(eq(errata.versionId, versionId), draftVisibleTo(viewerOf(ctx))))
    .orderBy(asc(errata.id))
}

export interface ErratumPlace {
  blockId: string
  address: string
  text: string
}

/** Units of a published version of the draft in which the words stand, in reading order; no more than `limit`. */
export async function placesOfWords(
  ctx: Ctx,
  draftId: string,
  versionId: string,
  words: string,
  limit = 20,
): Promise<ErratumPlace[]> {
  return ctx.db
    .select({ blockId: blocks.blockId, address: blocks.address, text: blocks.text })
    .from(blocks)
    .innerJoin(versions, eq(versions.id, blocks.versionId))
    .innerJoin(drafts, eq(drafts.id, versions.draftId))
    .where(
      and(
        eq(blocks.versionId, versionId),
        eq(versions.draftId, draftId),
        isNotNull(versions.publishedAt),
        sql`position(${words} in ${blocks.text}) > 0`,
        draftVisibleTo(viewerOf(ctx)),
      ),
    )
    .orderBy(asc(blocks.position))
    .limit(limit)
}

async function publishedUnit(ctx: Ctx, draftId: string, { versionId, blockId }: ErratumInput) {
  const [unit] = await ctx.db
    .select({ words: blocks.text, address: blocks.address, number: versions.number })
    .from(blocks)
    .innerJoin(versions, eq(versions.id, blocks.versionId))
    .where(
      and(
        eq(blocks.versionId, versionId),
        eq(blocks.blockId, blockId),
        eq(versions.draftId, draftId),
        isNotNull(versions.publishedAt),
      ),
    )
  return found(unit)
}
