/**
 * Gathering: what was said in a closed stage becomes one position, item by item: to a passage or to the document as a
 * whole, each standing on remarks of the stage. Items change freely until the position is signed.
 */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { evidenceOf } from '#app/domain/reviews/anchors/passaging.server.ts'
import { lockDraft } from '#app/domain/reviews/facts.server.ts'
import type { Weight } from '#app/domain/reviews/remarks/remarking.server.ts'
import { cleanedWords, worded } from '#app/domain/reviews/remarks/said.ts'
import { proposedBy, type Way } from '#app/domain/reviews/remarks/wording.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import type { RemarkKind } from '#content/types.ts'
import {
  anchors,
  gatheredFrom,
  gatheredItems,
  innerDiscussions,
  remarks,
  versions,
} from '#db/schema/index.ts'

export interface ItemInput {
  kind: RemarkKind
  weight: Weight
  body: string
  replacement: string
  /** what is to be done with the words of the passage; without it: the replacement, if there is one */
  way?: Way | 'none' | undefined
  grounds: string
  /** numbers of the remarks it stands on */
  remarks: number[]
  /** number of the remark whose passage is meant, the document as a whole, or the passage the item has already */
  place: number | 'document' | 'kept'
}

/** Adds an item, or replaces one; returns its id. Problems: inner-remarks (none, or not of this stage), those of a remark. */
export async function gatherItem(
  ctx: ActingCtx,
  draftId: string,
  input: ItemInput,
  itemId?: string,
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.gather, ctx.actor, facts)
    const stands = await standing(ctx, draftId, input.remarks, itemId)
    const passage = await passageOf(ctx, draftId, input, { stands, itemId })
    const values = { ...(await saidOf(ctx, draftId, input, passage)), gatheredById: ctx.actor.personId }
    const id = itemId ?? uuidv7()
    if (itemId) await changeItem(ctx, draftId, itemId, { ...values, gatheredAt: ctx.now })
    else await ctx.db.insert(gatheredItems).values({ id, draftId, ...values, gatheredAt: ctx.now })
    await ctx.db.insert(gatheredFrom).values(stands.map((one) => ({ itemId: id, remarkId: one.id })))
    await record(ctx, 'inner.gathered', { kind: 'draft', id: draftId }, { item: id })
    return id
  })
}

/** Takes an item out of the position that is being gathered. */
export async function dropItem(ctx: ActingCtx, draftId: string, itemId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.gather, ctx.actor, facts)
    const gone = await ctx.db
      .delete(gatheredItems)
      .where(and(eq(gatheredItems.id, itemId), eq(gatheredItems.draftId, draftId)))
      .returning({ id: gatheredItems.id })
    if (gone.length === 0) throw new Problem('not-found')
    await record(ctx, 'inner.dropped', { kind: 'draft', id: draftId }, { item: itemId })
  })
}

async function changeItem(
  ctx: Ctx,
  draftId: string,
  itemId: string,
  values: Partial<typeof gatheredItems.$inferInsert>,
): Promise<void> {
  const [changed] = await ctx.db
    .update(gatheredItems)
    .set(values)
    .where(and(eq(gatheredItems.id, itemId), eq(gatheredItems.draftId, draftId)))
    .returning({ id: gatheredItems.id })
  found(changed)
  await ctx.db.delete(gatheredFrom).where(eq(gatheredFrom.itemId, itemId))
}

/**
 * The remarks of the stage with these numbers, each with its passage. What an item stands on already stays beneath it,
 * also when it was taken back or covered since: words that were gathered keep their trace.
 */
async function standing(ctx: Ctx, draftId: string, numbers: readonly number[], itemId?: string) {
  if (numbers.length === 0) throw new Problem('inner-remarks')
  const stands = sql<boolean>`(${remarks.withdrawnAt} is null and ${remarks.hiddenAt} is null)`
  const beneath = itemId
    ? sql`${remarks.id} in (select f.remark_id from ${gatheredFrom} f where f.item_id = ${itemId})`
    : sql`false`
  const rows = await ctx.db
    .select({ id: remarks.id, number: remarks.number, general: remarks.general, anchor: anchors, stands })
    .from(remarks)
    .innerJoin(anchors, eq(anchors.id, remarks.anchorId))
    .where(
      and(
        eq(remarks.draftId, draftId),
        inArray(remarks.number, [...numbers]),
        sql`(${stands} or ${beneath})`,
      ),
    )
  if (rows.length < new Set(numbers).size) throw new Problem('inner-remarks')
  return rows
}

type Standing = Awaited<ReturnType<typeof standing>>
type Passage = Pick<
  typeof gatheredItems.$inferSelect,
  'fromBlockId' | 'fromOffset' | 'toBlockId' | 'toOffset' | 'address' | 'exact'
>
const nowhere: Passage = {
  ...{ fromBlockId: null, fromOffset: null, toBlockId: null, toOffset: null },
  ...{ address: '', exact: '' },
}

/** Where the item points: to the passage of a standing remark, to the document, or where it pointed before. */
async function passageOf(
  ctx: Ctx,
  draftId: string,
  { place }: ItemInput,
  { stands, itemId }: { stands: Standing; itemId: string | undefined },
): Promise<Passage> {
  if (place === 'document') return nowhere
  if (place === 'kept') {
    const { fromBlockId, fromOffset, toBlockId, toOffset, address, exact } = gatheredItems
    const [item] = await ctx.db
      .select({ fromBlockId, fromOffset, toBlockId, toOffset, address, exact })
      .from(gatheredItems)
      .where(and(eq(gatheredItems.id, itemId ?? uuidv7()), eq(gatheredItems.draftId, draftId)))
    return found(item)
  }
  const chosen = stands.find(({ number, general, stands }) => number === place && !general && stands)
  if (!chosen) throw new Problem('inner-remarks', {}, 'place')
  return chosen.anchor
}

/** The item as it will be stored: its words as those of a remark, after a dry run of the change it proposes. */
async function saidOf(ctx: Ctx, draftId: string, input: ItemInput, passage: Passage) {
  const { kind, weight, body, grounds } = input
  const words = cleanedWords({ kind, weight, body, grounds, ...proposedBy(input.way, input.replacement) })
  const { fromBlockId, fromOffset, toBlockId, toOffset, address, exact } = passage
  if (fromBlockId === null || fromOffset === null || toBlockId === null || toOffset === null) {
    if (words.proposed) throw new Problem('intake-wording', {}, 'replacement')
    const { proposed: _, sources: _none, ...said } = words
    return { ...said, ...nowhere, replacement: null }
  }
  const range = { fromBlockId, fromOffset, toBlockId, toOffset }
  const [copy] = await ctx.db.select({ id: versions.id }).from(versions).where(eq(versions.draftId, draftId))
  const { evidence, around } = await evidenceOf(ctx, draftId, found(copy).id, range)
  const { sources: _none, ...said } = worded(words, evidence, around)
  return { ...said, ...range, address, exact }
}

export interface ItemShown {
  id: string
  kind: RemarkKind
  weight: Weight
  body: string
  replacement: string | null
  grounds: string
  /** empty: the document as a whole */
  address: string
  exact: string
  general: boolean
  /** numbers of the remarks of the closed stage, in order */
  stands: number[]
  /** number of its remark in the open stage, once signed */
  filed: number | null
}

/** The items of a closed stage, in the order they were gathered. The caller has asked whether the draft may be seen. */
export async function itemsOf(ctx: Ctx, draftId: string): Promise<ItemShown[]> {
  const { id, kind, weight, body, replacement, grounds, address, exact } = gatheredItems
  return ctx.db
    .select({
      ...{ id, kind, weight, body, replacement, grounds, address, exact },
      general: sql<boolean>`${gatheredItems.fromBlockId} is null`,
      stands: sql<number[]>`array(select r.number from gathered_from f join remarks r on r.id = f.remark_id
        where f.item_id = "gathered_items"."id" order by r.number)`,
      filed: remarks.number,
    })
    .from(gatheredItems)
    .leftJoin(remarks, eq(remarks.id, gatheredItems.remarkId))
    .where(eq(gatheredItems.draftId, draftId))
    .orderBy(asc(gatheredItems.id))
}

/** The closed stage of a draft, the draft it is about and the last day on which that one takes remarks; Problem('not-found') when it is none. */
export async function innerStage(ctx: Ctx, draftId: string) {
  const [row] = await ctx.db.execute<{
    circle: string
    aboutId: string
    versionId: string
    organisationId: string
    organisation: string
    aboutSlug: string
    aboutTitle: string
    positionId: string | null
    openUntil: string | null
  }>(sql`select i.circle, i.about_id as "aboutId", i.version_id as "versionId", i.organisation_id as "organisationId",
      o.short_name as organisation, d.slug as "aboutSlug", d.title as "aboutTitle", i.position_id as "positionId",
      (select max(s.last_day)::text from stages s join discussions c on c.id = s.discussion_id
        where c.draft_id = i.about_id and s.kind = 'discussion') as "openUntil"
    from ${innerDiscussions} i join drafts d on d.id = i.about_id join organisations o on o.id = i.organisation_id
    where i.draft_id = ${draftId}`)
  return found(row)
}
