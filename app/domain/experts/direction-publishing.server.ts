/**
 * Publishing a list of directions: the former one ends the day before, and nothing else of the past changes.
 *
 * Statuses name versions of directions, so whoever was an expert on a past day still is one of that very direction,
 * and counts of that day stay. The former versions only learn what goes on with them.
 */
import { eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import type { DraftDirection } from '#db/schema/direction-drafts.ts'
import {
  directionDrafts,
  directionLists,
  directions,
  directionVersions,
  documents,
} from '#db/schema/index.ts'
import { lockDirectionDraft } from './direction-drafting.server.ts'
import { type DirectionDraft, newestList } from './direction-drafts.server.ts'
import { listCode } from './direction-lists.ts'
import { expertRules } from './rules.ts'

type Ready = { title: string; documentId: string; firstDay: string; rows: DraftDirection[] }

/** True for those who may publish what they, or others, have prepared. */
export function mayPublishDirections(ctx: Ctx): boolean {
  return expertRules.publishDirections(ctx.actor, {}) === null
}

/** Why the draft cannot be published as it stands, in the order in which it is to be mended; empty when it can. */
export async function obstaclesOf(ctx: Ctx, draft: DirectionDraft): Promise<string[]> {
  const { document, firstDay, rows, base } = draft
  const newest = await newestList(ctx)
  const day = document && (await documentDay(ctx, document.code))
  return [
    newest.code === base.code ? null : 'directions-overtaken',
    rows.some(({ leaves }) => !leaves) ? null : 'directions-empty',
    document ? null : 'directions-no-document',
    !document || document.published ? null : 'directions-document-hidden',
    firstDay ? null : 'directions-no-day',
    firstDay && firstDay <= base.firstDay ? 'directions-before' : null,
    firstDay && day && firstDay < day ? 'directions-before-document' : null,
  ].flatMap((code) => code ?? [])
}

/**
 * Publishes the draft of the revision that was seen; returns the code of the list. Problems: stale, and those of
 * `obstaclesOf`.
 */
export async function publishDirections(
  ctx: ActingCtx,
  draft: DirectionDraft,
  seen: number,
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    // Two drafts of one list: the second finds that the list it goes on with is the newest no more.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('rses.directions'))`)
    const row = await lockDirectionDraft(ctx, draft.id)
    authorize(expertRules.publishDirections, ctx.actor, {})
    if (row.discardedAt) throw new Problem('conflict')
    if (row.revision !== seen || draft.revision !== seen) throw new Problem('stale')
    const [obstacle] = await obstaclesOf(ctx, draft)
    if (obstacle) throw new Problem(obstacle)
    const { title, rows } = row
    const ready = { title, rows, documentId: found(row.documentId), firstDay: found(row.firstDay) }
    const [listId, code] = await insertList(ctx, ready)
    await endFormer(ctx, row.baseId, ready.firstDay)
    await linkFormer(ctx, row.baseId, rows, await insertVersions(ctx, listId, rows))
    await ctx.db.update(directionDrafts).set({ listId }).where(eq(directionDrafts.id, row.id))
    const facts = { document: ready.documentId, firstDay: ready.firstDay, former: row.baseId }
    await record(ctx, 'directions.published', { kind: 'direction-list', id: listId }, facts)
    return code
  })
}

async function insertList(ctx: Ctx, { title, documentId, firstDay }: Ready): Promise<[string, string]> {
  const lists = await ctx.db.select({ code: directionLists.code }).from(directionLists)
  const code = listCode(firstDay, new Set(lists.map((list) => list.code)))
  const id = uuidv7()
  await ctx.db.insert(directionLists).values({ id, code, title, documentId, during: `[${firstDay},)` })
  return [id, code]
}

/** The former list ends the day before; one that had ended earlier keeps its days. */
async function endFormer(ctx: Ctx, id: string, firstDay: string) {
  const { during } = directionLists
  await ctx.db
    .update(directionLists)
    .set({ during: sql`daterange(lower(${during}), least(upper(${during}), ${firstDay}::date))` })
    .where(eq(directionLists.id, id))
}

/** Versions of the directions that stand in the new list; their ids by code. */
async function insertVersions(
  ctx: Ctx,
  listId: string,
  rows: readonly DraftDirection[],
): Promise<Map<string, string>> {
  const living = rows.filter(({ leaves }) => !leaves)
  await ctx.db
    .insert(directions)
    .values(living.map(({ code }) => ({ code })))
    .onConflictDoNothing({ target: directions.code })
  const known = await ctx.db.select().from(directions)
  const directionIds = new Map(known.map(({ code, id }) => [code, id]))
  const versions = living.map((row, position) => {
    const { tier, title, shortTitle, group, content, procedures, participants, approving, note } = row
    return {
      ...{ id: uuidv7(), listId, directionId: found(directionIds.get(row.code)), position },
      ...{ tier, title, shortTitle, groupTitle: group || null, content: content.join('\n') },
      details: { procedures, participants, approving, ...(note ? { note } : {}) },
    }
  })
  await ctx.db.insert(directionVersions).values(versions)
  return new Map(living.map(({ code }, at) => [code, versions[at]?.id ?? '']))
}

/** Tells the versions of the former list what goes on with them: the same direction, others, or nothing. */
async function linkFormer(
  ctx: Ctx,
  baseId: string,
  rows: readonly DraftDirection[],
  next: ReadonlyMap<string, string>,
) {
  for (const { code, leaves, replacedBy } of rows) {
    const successors = (leaves ? replacedBy : [code]).filter((one) => next.has(one))
    const { details, directionId, listId } = directionVersions
    await ctx.db
      .update(directionVersions)
      .set({
        details: sql`${details} || jsonb_build_object('replacedBy', ${JSON.stringify(successors)}::jsonb)`,
        replacedById: next.get(successors[0] ?? '') ?? null,
      })
      .where(
        sql`${listId} = ${baseId} and ${directionId} = (select d.id from ${directions} d where d.code = ${code})`,
      )
  }
}

async function documentDay(ctx: Ctx, code: string): Promise<string | null> {
  const [row] = await ctx.db.select({ day: documents.day }).from(documents).where(eq(documents.code, code))
  return row?.day ?? null
}
