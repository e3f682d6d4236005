/**
 * Filing: the gathered position of a closed stage is signed and enters the open stage, its items as remarks of the
 * organisation. Nothing of the closed stage goes with it but what was signed: the items and the dissenting opinions.
 */
import { asc, eq } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { type DraftRow, draftState, lockDraft } from '#app/domain/reviews/facts.server.ts'
import { leaveUncounted } from '#app/domain/reviews/remarks/remarking.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { blocks, draftMembers, gatheredItems } from '#db/schema/index.ts'
import { bringDissentsOut } from './dissenting.server.ts'
import { innerStage } from './gathering.server.ts'
import { endCircle } from './lapsing.server.ts'
import { filePosition } from './representing.server.ts'

type Item = typeof gatheredItems.$inferSelect

/**
 * Signs the position: it stands in the open stage, the closed one is over. Returns the numbers of its remarks there.
 * Problems: inner-empty, position-exists, and those of remarking in the open stage.
 */
export async function signPosition(ctx: ActingCtx, draftId: string, signatory: string): Promise<number[]> {
  return atomically(ctx, async (ctx) => {
    const { draft, facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.gather, ctx.actor, facts)
    const stage = await innerStage(ctx, draftId)
    const items = await ctx.db
      .select()
      .from(gatheredItems)
      .where(eq(gatheredItems.draftId, draftId))
      .orderBy(asc(gatheredItems.id))
    if (items.length === 0) throw new Problem('inner-empty')
    const { aboutId, organisationId } = stage
    const positionId = await filePosition(ctx, aboutId, { organisationId, signatory })
    const numbers: number[] = []
    for (const item of items) numbers.push(await fileItem(ctx, stage, item))
    await endCircle(ctx, draftId, positionId)
    await bringDissentsOut(ctx, draftId, await draftState(ctx, aboutId))
    await record(ctx, 'inner.signed', { kind: 'draft', id: draftId }, { position: positionId })
    await tellMembers(ctx, draft, stage)
    return numbers
  })
}

type Stage = Awaited<ReturnType<typeof innerStage>>

async function fileItem(ctx: ActingCtx, stage: Stage, item: Item): Promise<number> {
  const { kind, weight, body, replacement, grounds } = item
  const made = await leaveUncounted(ctx, {
    ...{ kind, weight, body, grounds, draftId: stage.aboutId, versionId: stage.versionId },
    ...(await pointedAt(ctx, stage, item)),
    ...(replacement === null ? {} : { replacement, way: replacement === '' ? 'remove' : 'replace' }),
    onBehalfOfId: stage.organisationId,
  })
  await ctx.db.update(gatheredItems).set({ remarkId: made.id }).where(eq(gatheredItems.id, item.id))
  return made.number
}

/** The passage in the open draft: its units have the ids they have in the copy. */
async function pointedAt(ctx: Ctx, { versionId }: Stage, item: Item) {
  const { fromBlockId, fromOffset, toBlockId, toOffset } = item
  if (fromBlockId && toBlockId && fromOffset !== null && toOffset !== null)
    return { fromBlockId, fromOffset, toBlockId, toOffset }
  const units = await ctx.db
    .select({ id: blocks.blockId, kind: blocks.kind })
    .from(blocks)
    .where(eq(blocks.versionId, versionId))
    .orderBy(asc(blocks.position))
  const first = units.find(({ kind }) => !['table', 'row', 'image'].includes(kind))
  return { fromBlockId: found(first).id, general: true }
}

async function tellMembers(ctx: ActingCtx, draft: DraftRow, stage: Stage): Promise<void> {
  const rows = await ctx.db
    .select({ id: draftMembers.personId })
    .from(draftMembers)
    .where(eq(draftMembers.draftId, draft.id))
  const others = rows.map(({ id }) => id).filter((id) => id !== ctx.actor.personId)
  await notifyAll(ctx, others, 'inner.signed', {
    ...{ objectKind: 'draft', objectId: draft.id, address: `/drafts/${stage.aboutSlug}/positions` },
    facts: { title: stage.aboutTitle, organisation: stage.organisation },
  })
}
