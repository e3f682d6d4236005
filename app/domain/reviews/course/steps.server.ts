/** Steps of the procedure: each act upon a discussion with its reason, told to everybody who takes part. */
import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { Problem } from '#app/domain/problem.ts'
import type { DraftRow, StageRow } from '#app/domain/reviews/facts.server.ts'
import { withinReach } from '#app/domain/reviews/news/audience.server.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { content } from '#content/load.ts'
import {
  draftMembers,
  drafts,
  procedureSteps,
  remarks,
  replies,
  stages,
  subscriptions,
  supports,
} from '#db/schema/index.ts'
import type { Span } from './terms.ts'

type StepRow = typeof procedureSteps.$inferInsert
export interface StepInput extends Partial<Pick<StepRow, 'stage' | 'reason' | 'ground' | 'facts'>> {
  kind: StepRow['kind']
}

/** Adds a step to the course of a discussion; returns its id. Inside the command that does it. */
export async function addStep(ctx: ActingCtx, draftId: string, step: StepInput): Promise<string> {
  const id = uuidv7()
  await ctx.db
    .insert(procedureSteps)
    .values({ id, draftId, ...step, madeById: ctx.actor.personId, madeAt: ctx.now })
  return id
}

/** Reason and ground as they may be kept; the reason is always needed, the ground when `grounded`. */
export function saidWhy(
  { reason, ground = '' }: { reason: string; ground?: string | undefined },
  grounded = false,
): { reason: string; ground: string } {
  const { text } = content().settings
  return {
    reason: cleanWords(reason, 'reason', text.reason),
    ground: cleanWords(ground, 'ground', text.title, { required: grounded }),
  }
}

/** Tells authors, those who replied or supported, and followers of the draft what was done with its discussion. */
export async function tellTakers(
  ctx: Ctx,
  draft: Pick<DraftRow, 'id' | 'slug' | 'title'>,
  kind: string,
  object: { kind: string; id: string },
  facts: Record<string, string | number> = {},
): Promise<void> {
  await notifyAll(ctx, await takersOf(ctx, draft.id), kind, {
    objectKind: object.kind,
    objectId: object.id,
    address: `/drafts/${draft.slug}/course`,
    facts: { title: draft.title, ...facts },
  })
}

/** Ids of the people who take part in the discussion of a draft, or follow it, and may still know it. */
export async function takersOf(ctx: Ctx, draftId: string): Promise<string[]> {
  const own = eq(remarks.draftId, draftId)
  const lists = [
    await ctx.db
      .selectDistinct({ id: remarks.authorId })
      .from(remarks)
      .where(and(own, isNull(remarks.withdrawnAt))),
    await ctx.db
      .selectDistinct({ id: replies.authorId })
      .from(replies)
      .innerJoin(remarks, eq(remarks.id, replies.remarkId))
      .where(and(own, isNull(replies.withdrawnAt))),
    await ctx.db
      .selectDistinct({ id: supports.personId })
      .from(supports)
      .innerJoin(remarks, eq(remarks.id, supports.remarkId))
      .where(own),
    await ctx.db
      .selectDistinct({ id: subscriptions.personId })
      .from(subscriptions)
      .where(and(eq(subscriptions.objectKind, 'draft'), eq(subscriptions.objectId, draftId))),
    // silent members of a closed circle, too
    await ctx.db
      .select({ id: draftMembers.personId })
      .from(draftMembers)
      .where(eq(draftMembers.draftId, draftId)),
    await ctx.db.select({ id: drafts.authorId }).from(drafts).where(eq(drafts.id, draftId)),
  ]
  return [...(await withinReach(ctx, draftId, [...new Set(lists.flat().map(({ id }) => id))]))]
}

/** Writes the days that have changed; a stage that is over keeps its own. */
export async function moveStages(
  ctx: Ctx,
  before: readonly StageRow[],
  after: readonly (Span & { id: string })[],
): Promise<StageRow[]> {
  const moved: StageRow[] = []
  for (const stage of before) {
    const span = after.find(({ id }) => id === stage.id)
    if (!span) throw new Problem('not-found')
    const { firstDay, lastDay } = span
    moved.push({ ...stage, firstDay, lastDay })
    if (firstDay === stage.firstDay && lastDay === stage.lastDay) continue
    await ctx.db.update(stages).set({ firstDay, lastDay }).where(eq(stages.id, stage.id))
  }
  return moved
}
