/**
 * Reads of lists of directions that are being prepared, for those who prepare them: 403 for all others.
 *
 * A draft goes on with the newest published list, in force or ahead: what that list says of a direction is what the
 * draft is compared with. Experts are counted on the first day of the new list, over statuses believed now.
 */
import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import type { DraftDirection } from '#db/schema/direction-drafts.ts'
import {
  directionDrafts,
  directionLists,
  directions,
  directionVersions,
  documents,
  organisations,
  statuses,
} from '#db/schema/index.ts'
import { changesOf, fateOf } from './direction-lists.ts'
import { expertRules } from './rules.ts'

/** How long a discarded draft can be taken back (design law 8). */
export const keptDays = 30

/** The directions of a published list as a draft words them. */
export async function wordedIn(ctx: Ctx, listId: string): Promise<DraftDirection[]> {
  const rows = await ctx.db
    .select({ code: directions.code, version: directionVersions })
    .from(directionVersions)
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .where(eq(directionVersions.listId, listId))
    .orderBy(asc(directionVersions.position))
  return rows.map(({ code, version: { tier, title, shortTitle, groupTitle, content, details } }) => ({
    ...{ code, tier, title, shortTitle, group: groupTitle ?? '', content: content.split('\n') },
    ...{ procedures: details.procedures, participants: details.participants, approving: details.approving },
    ...{ note: details.note ?? '', leaves: false, replacedBy: [] },
  }))
}

/** The published list that begins last. */
export async function newestList(ctx: Ctx) {
  const [row] = await ctx.db
    .select({
      ...{ id: directionLists.id, code: directionLists.code, title: directionLists.title },
      firstDay: sql<string>`lower(${directionLists.during})::text`,
      endDay: sql<string | null>`upper(${directionLists.during})::text`,
    })
    .from(directionLists)
    .orderBy(sql`lower(${directionLists.during}) desc`, desc(directionLists.id))
    .limit(1)
  return found(row)
}

/** Drafts that are not published, the newest first; a discarded one only while it can be taken back. */
export async function directionDraftsListed(ctx: ActingCtx) {
  authorize(expertRules.editDirections, ctx.actor, {})
  const rows = await ctx.db
    .select({
      ...{ id: directionDrafts.id, title: directionDrafts.title, firstDay: directionDrafts.firstDay },
      ...{ changedAt: directionDrafts.changedAt, discardedAt: directionDrafts.discardedAt },
    })
    .from(directionDrafts)
    .where(
      sql`${directionDrafts.listId} is null and (${directionDrafts.discardedAt} is null
        or ${directionDrafts.discardedAt} > ${ctx.now.toISOString()}::timestamptz - make_interval(days => ${keptDays}))`,
    )
    .orderBy(desc(directionDrafts.id))
    .limit(100)
  return rows
}

/** A draft with the list it goes on with and what becomes of each direction; 404 for one published or long discarded. */
export async function directionDraft(ctx: ActingCtx, id: string) {
  authorize(expertRules.editDirections, ctx.actor, {})
  const [one] = await ctx.db
    .select({
      draft: directionDrafts,
      document: { code: documents.code, title: documents.title, publishedAt: documents.publishedAt },
      base: {
        ...{ code: directionLists.code, title: directionLists.title },
        firstDay: sql<string>`lower(${directionLists.during})::text`,
      },
    })
    .from(directionDrafts)
    .innerJoin(directionLists, eq(directionLists.id, directionDrafts.baseId))
    .leftJoin(documents, eq(documents.id, directionDrafts.documentId))
    .where(eq(directionDrafts.id, id))
  const { draft, document, base } = found(one)
  found(draft.listId === null ? draft : null)
  const former = new Map((await wordedIn(ctx, draft.baseId)).map((row) => [row.code, row]))
  return {
    ...{ id: draft.id, title: draft.title, firstDay: draft.firstDay, revision: draft.revision },
    ...{ changedAt: draft.changedAt, discarded: draft.discardedAt !== null },
    base,
    document: document && { code: document.code, title: document.title, published: !!document.publishedAt },
    rows: draft.rows.map((row) => ({ ...row, fate: fateOf(row, former.get(row.code)) })),
    former,
  }
}

export type DirectionDraft = Awaited<ReturnType<typeof directionDraft>>

/** What the new list changes, as its publisher reads it; experts are counted on its first day, else today. */
export async function differencesOf(ctx: ActingCtx, { rows, former, firstDay }: DirectionDraft) {
  const leaving = rows.filter(({ fate }) => fate === 'leaves').map(({ code }) => code)
  const day = firstDay ?? dayOf(ctx.now, ctx.zone)
  const held = await holdersOn(ctx, leaving, day)
  const names = new Map(rows.map(({ code, shortTitle }) => [code, shortTitle]))
  const bodies = await organisationNames(ctx, [...former.values(), ...rows])
  const told = (lines: string[]) => lines.map((code) => bodies.get(code) ?? code)
  return {
    day,
    same: rows.filter(({ fate }) => fate === 'same').length,
    added: rows.filter(({ fate }) => fate === 'new'),
    changed: rows.flatMap((row) => {
      const before = former.get(row.code)
      if (row.fate !== 'changed' || !before) return []
      const changes = changesOf(row, before).map((change) =>
        change.field === 'participants'
          ? { ...change, before: told(change.before), after: told(change.after) }
          : change,
      )
      return [{ code: row.code, shortTitle: before.shortTitle, changes }]
    }),
    leaving: rows
      .filter(({ fate }) => fate === 'leaves')
      .map(({ code, shortTitle, replacedBy }) => ({
        ...{ code, shortTitle, experts: held.get(code) ?? 0 },
        replacedBy: replacedBy.map((next) => names.get(next) ?? next),
      })),
  }
}

/** How many people hold a status in each of the directions on the day, whatever list their order names. */
async function holdersOn(ctx: Ctx, codes: readonly string[], day: string): Promise<Map<string, number>> {
  if (codes.length === 0) return new Map()
  const rows = await ctx.db
    .select({ code: directions.code, count: sql<number>`count(distinct ${statuses.personId})::int` })
    .from(statuses)
    .innerJoin(directionVersions, eq(directionVersions.id, statuses.directionVersionId))
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .where(
      sql`${inArray(directions.code, [...codes])} and ${statuses.during} @> ${day}::date and upper_inf(${statuses.known})`,
    )
    .groupBy(directions.code)
  return new Map(rows.map(({ code, count }) => [code, count]))
}

/** Short names of the organisations that take part in the directions, by code. */
export async function organisationNames(
  ctx: Ctx,
  rows: readonly Pick<DraftDirection, 'participants'>[],
): Promise<Map<string, string>> {
  const codes = [...new Set(rows.flatMap(({ participants }) => participants))]
  if (codes.length === 0) return new Map()
  const named = await ctx.db
    .select({ code: organisations.code, name: organisations.shortName })
    .from(organisations)
    .where(inArray(organisations.code, codes))
  return new Map(named.map(({ code, name }) => [code, name]))
}
