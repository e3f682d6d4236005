/**
 * Grouping: remarks that get one answer. A click of a person makes a group and a click dissolves it; each author stays
 * with an own remark, is told of the answer, and counts as one voice. Copies of one text count as one argument.
 */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { lockDraft } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { groupMembers, remarkGroups } from '#db/schema/index.ts'
import { ownRemarks } from './assigning.server.ts'
import { alikeGroups } from './likeness.ts'

export type GroupKind = 'similar' | 'copies'

/** Puts remarks of a draft into one group; who already is in another moves over. Returns the group's id. */
export async function groupRemarks(
  ctx: ActingCtx,
  draftId: string,
  { remarkIds, kind }: { remarkIds: string[]; kind: GroupKind },
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.assign, ctx.actor, facts)
    const own = await ownRemarks(ctx, draftId, remarkIds)
    if (own.length < 2) throw new Problem('group-small', {}, 'remarks')
    const id = uuidv7()
    await leave(ctx, own)
    await ctx.db
      .insert(remarkGroups)
      .values({ id, draftId, kind, madeById: ctx.actor.personId, madeAt: ctx.now })
    await ctx.db.insert(groupMembers).values(own.map((remarkId) => ({ groupId: id, remarkId })))
    await dissolveEmpty(ctx, draftId)
    await record(ctx, 'remarks.grouped', { kind: 'draft', id: draftId }, { group: id, kind, n: own.length })
    return id
  })
}

/** Dissolves a group: its remarks are answered one by one again. Answers already given stay. */
export async function dissolveGroup(ctx: ActingCtx, groupId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const [known] = await ctx.db
      .select({ draftId: remarkGroups.draftId })
      .from(remarkGroups)
      .where(eq(remarkGroups.id, groupId))
    const { draft, facts } = await lockDraft(ctx, found(known).draftId)
    authorize(reviewRules.assign, ctx.actor, facts)
    const [group] = await ctx.db
      .update(remarkGroups)
      .set({ dissolvedById: ctx.actor.personId, dissolvedAt: ctx.now })
      .where(and(eq(remarkGroups.id, groupId), isNull(remarkGroups.dissolvedAt)))
      .returning({ id: remarkGroups.id })
    if (!group) throw new Problem('conflict')
    await ctx.db
      .update(groupMembers)
      .set({ removedAt: ctx.now })
      .where(and(eq(groupMembers.groupId, groupId), isNull(groupMembers.removedAt)))
    await record(ctx, 'remarks.ungrouped', { kind: 'draft', id: draft.id }, { group: groupId })
  })
}

/** Standing groups of a draft: which remark belongs to which, and of what kind it is. */
export async function groupsOf(
  ctx: Ctx,
  draftId: string,
): Promise<Map<string, { id: string; kind: GroupKind }>> {
  const rows = await ctx.db
    .select({ remarkId: groupMembers.remarkId, id: remarkGroups.id, kind: remarkGroups.kind })
    .from(groupMembers)
    .innerJoin(remarkGroups, eq(remarkGroups.id, groupMembers.groupId))
    .where(and(eq(remarkGroups.draftId, draftId), isNull(groupMembers.removedAt)))
  return new Map(rows.map(({ remarkId, id, kind }) => [remarkId, { id, kind }]))
}

export interface Proposed {
  kind: GroupKind
  score: number
  remarks: { id: string; number: number }[]
}

/** Remarks that say alike and are in no group yet, for a person to look at; nothing is grouped by itself. */
export async function likelyGroups(ctx: Ctx, draftId: string): Promise<Proposed[]> {
  // PostgreSQL's Russian dictionary gives the stems; the order of words and ё do not matter.
  const rows = await ctx.db.execute<{ id: string; number: number; stems: string[] }>(sql`
    select r.id, r.number, tsvector_to_array(to_tsvector('russian', translate(
      concat_ws(' ', r.body, r.replacement, r.grounds), 'ёЁ', 'еЕ'))) as stems
    from remarks r where r.draft_id = ${draftId} and r.withdrawn_at is null and r.hidden_at is null
      and r.kind <> 'support'
      and not exists (select 1 from group_members m where m.remark_id = r.id and m.removed_at is null)
    order by r.number`)
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  return alikeGroups(rows, content().settings.likeness).map(({ ids, score, copies }) => ({
    kind: copies ? 'copies' : 'similar',
    score,
    remarks: ids.map((id) => ({ id, number: numbers.get(id) ?? 0 })),
  }))
}

async function leave(ctx: ActingCtx, remarkIds: string[]): Promise<void> {
  await ctx.db
    .update(groupMembers)
    .set({ removedAt: ctx.now })
    .where(and(inArray(groupMembers.remarkId, remarkIds), isNull(groupMembers.removedAt)))
}

/** A group of one is none. */
async function dissolveEmpty(ctx: ActingCtx, draftId: string): Promise<void> {
  const small = await ctx.db.execute<{ id: string }>(sql`
    select g.id from remark_groups g where g.draft_id = ${draftId} and g.dissolved_at is null
      and (select count(*) from group_members m where m.group_id = g.id and m.removed_at is null) < 2`)
  const ids = small.map(({ id }) => id)
  if (ids.length === 0) return
  await ctx.db
    .update(groupMembers)
    .set({ removedAt: ctx.now })
    .where(and(inArray(groupMembers.groupId, ids), isNull(groupMembers.removedAt)))
  await ctx.db
    .update(remarkGroups)
    .set({ dissolvedById: ctx.actor.personId, dissolvedAt: ctx.now })
    .where(inArray(remarkGroups.id, ids))
}
