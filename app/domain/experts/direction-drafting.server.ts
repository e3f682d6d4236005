/**
 * Drafting: the next list of directions is prepared on the server, from the newest published one.
 *
 * A draft has no address for others and changes nothing of what holds. Each change says which revision it was made
 * from, so that two who word the same list do not write over one another.
 */
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { organisationCalled } from '#app/domain/organisations/naming.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { documentVisibleTo } from '#db/reach/documents.ts'
import type { DraftDirection } from '#db/schema/direction-drafts.ts'
import { directionDrafts, directions, documents } from '#db/schema/index.ts'
import { keptDays, newestList, wordedIn } from './direction-drafts.server.ts'
import type { DirectionWordsValue, ListHeadValue } from './direction-forms.ts'
import { directionCode, placed, withLivingSuccessors } from './direction-lists.ts'
import { expertRules } from './rules.ts'

/** Begins a draft that repeats the newest list word for word; returns its id. */
export async function startDirectionDraft(ctx: ActingCtx, title: string): Promise<string> {
  return atomically(ctx, async (ctx) => {
    authorize(expertRules.editDirections, ctx.actor, {})
    const base = await newestList(ctx)
    const [id, personId] = [uuidv7(), ctx.actor.personId]
    await ctx.db.insert(directionDrafts).values({
      ...{ id, baseId: base.id, title, rows: await wordedIn(ctx, base.id) },
      ...{ createdById: personId, createdAt: ctx.now, changedById: personId, changedAt: ctx.now },
    })
    await record(ctx, 'directions.drafted', { kind: 'direction-list', id }, { from: base.id })
    return id
  })
}

/** Says how the list is called, which document approves it and from which day it holds. */
export async function saveListHead(ctx: ActingCtx, id: string, value: ListHeadValue): Promise<void> {
  await changing(ctx, id, value.seen, async (ctx) => ({
    title: value.title,
    documentId: value.document ? await documentOf(ctx, value.document) : null,
    firstDay: value.firstDay ?? null,
  }))
}

/**
 * Words a direction of the draft, or adds one (`code` null), and returns its code. One that only this draft has and
 * that leaves is gone from it; one of the former list stays in the draft with its successors.
 */
export async function saveDirection(
  ctx: ActingCtx,
  id: string,
  code: string | null,
  value: DirectionWordsValue,
): Promise<string> {
  const participants = await codesOfOrganisations(ctx, value.participants)
  let kept = code ?? ''
  await changing(ctx, id, value.seen, async (ctx, { rows, baseId }) => {
    const before = rows.find((row) => row.code === code)
    if (code !== null) found(before)
    const twin = rows.find((row) => row.code !== code && !row.leaves && row.shortTitle === value.shortTitle)
    if (twin && value.fate === 'stays') throw new Problem('directions-twice', {}, 'shortTitle')
    kept = before?.code ?? directionCode(value.shortTitle, await takenCodes(ctx, rows))
    const former = (await wordedIn(ctx, baseId)).some((row) => row.code === kept)
    if (value.fate === 'leaves' && !former) return { rows: without(rows, kept) }
    return { rows: withLivingSuccessors(placed(rows, rowOf(kept, value, participants), value.place)) }
  })
  return kept
}

/** Puts the draft aside; it can be taken back for 30 days. */
export async function discardDirectionDraft(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const draft = await lockDirectionDraft(ctx, id)
    authorize(expertRules.editDirections, ctx.actor, {})
    if (draft.discardedAt) throw new Problem('conflict')
    await ctx.db.update(directionDrafts).set({ discardedAt: ctx.now }).where(eq(directionDrafts.id, id))
    await record(ctx, 'directions.discarded', { kind: 'direction-list', id })
  })
}

/** Takes a discarded draft back. */
export async function restoreDirectionDraft(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const draft = await lockDirectionDraft(ctx, id)
    authorize(expertRules.editDirections, ctx.actor, {})
    if (!draft.discardedAt) throw new Problem('conflict')
    if (ctx.now.getTime() - draft.discardedAt.getTime() > keptDays * 86_400_000)
      throw new Problem('directions-discarded')
    await ctx.db.update(directionDrafts).set({ discardedAt: null }).where(eq(directionDrafts.id, id))
    await record(ctx, 'directions.restored', { kind: 'direction-list', id })
  })
}

/** The draft under its lock; 404 for one that is published. Who may not prepare lists is told so first. */
export async function lockDirectionDraft(ctx: ActingCtx, id: string) {
  authorize(expertRules.editDirections, ctx.actor, {})
  const [row] = await ctx.db.select().from(directionDrafts).where(eq(directionDrafts.id, id)).for('update')
  const draft = found(row)
  return found(draft.listId === null ? draft : null)
}

type Draft = typeof directionDrafts.$inferSelect

async function changing(
  ctx: ActingCtx,
  id: string,
  seen: number,
  change: (ctx: ActingCtx, draft: Draft) => Promise<Partial<Draft>>,
) {
  await atomically(ctx, async (ctx) => {
    const draft = await lockDirectionDraft(ctx, id)
    if (draft.discardedAt) throw new Problem('conflict')
    if (draft.revision !== seen) throw new Problem('stale')
    const revision = draft.revision + 1
    const by = { revision, changedById: ctx.actor.personId, changedAt: ctx.now }
    await ctx.db
      .update(directionDrafts)
      .set({ ...(await change(ctx, draft)), ...by })
      .where(eq(directionDrafts.id, id))
    await record(ctx, 'directions.edited', { kind: 'direction-list', id }, { revision })
  })
}

function rowOf(code: string, value: DirectionWordsValue, participants: string[]): DraftDirection {
  const { tier, title, shortTitle, group, content, procedures, approving, note, fate } = value
  const leaves = fate === 'leaves'
  const replacedBy = leaves ? [...new Set(value.replacedBy)].filter((next) => next !== code) : []
  return {
    ...{ code, tier, title, shortTitle, group, content, procedures, participants, approving, note },
    ...{ leaves, replacedBy },
  }
}

function without(rows: readonly DraftDirection[], code: string): DraftDirection[] {
  return withLivingSuccessors(rows.filter((row) => row.code !== code))
}

/** Codes of every list, and of this draft: a code means one direction for ever. */
async function takenCodes(ctx: Ctx, rows: readonly DraftDirection[]): Promise<Set<string>> {
  const all = await ctx.db.select({ code: directions.code }).from(directions)
  return new Set([...all, ...rows].map(({ code }) => code))
}

async function documentOf(ctx: ActingCtx, code: string): Promise<string> {
  const [row] = await ctx.db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.code, code), documentVisibleTo(viewerOf(ctx))))
  if (!row) throw new Problem('document-unknown', {}, 'document')
  return row.id
}

async function codesOfOrganisations(ctx: ActingCtx, names: readonly string[]): Promise<string[]> {
  authorize(expertRules.editDirections, ctx.actor, {})
  const codes: string[] = []
  for (const name of names) {
    const one = await organisationCalled(ctx, name).catch((error: unknown) => {
      throw error instanceof Problem ? new Problem(error.code, error.facts, 'participants') : error
    })
    if (!one) throw new Problem('directions-body', { name }, 'participants')
    if (!codes.includes(one.code)) codes.push(one.code)
  }
  return codes
}
