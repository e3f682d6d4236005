/**
 * Imports: a list from a paper on its way into the base, for every room that takes lists. What its rows mean is the
 * room's; here they are kept, shown page by page, decided on, and left.
 */
import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize, type Rule } from '#app/domain/rules.ts'
import { everywhere, scopesOf } from '#db/reach/viewer.ts'
import { importRows, imports, municipalities, orders } from '#db/schema/index.ts'
import { emptyList } from './forgetting.server.ts'
import { importRules } from './import-rules.ts'

export type ImportRow = typeof imports.$inferSelect
export type ListRow = typeof importRows.$inferSelect
export type Verdict = ListRow['verdict']

/** A row with what was found out about it. */
export type JudgedRow = Pick<ListRow, 'at' | 'cells' | 'verdict' | 'reasons' | 'read' | 'matches'>

/** The import, for whoever may bring such lists; others are refused, and nobody learns of one that is not there. */
export async function importById(ctx: ActingCtx, id: string): Promise<ImportRow> {
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, id))
  const one = found(row)
  authorize(importRules.keep, ctx.actor, one)
  return one
}

/** The import under its lock. Problems: forbidden, conflict when it is not in one of the states, stale after `seen`. */
export async function lockImport(
  ctx: ActingCtx,
  id: string,
  { states = ['open'], seen }: { states?: ImportRow['state'][]; seen?: number } = {},
): Promise<ImportRow> {
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, id)).for('update')
  const one = found(row)
  authorize(importRules.keep as Rule<ImportRow>, ctx.actor, one)
  if (!states.includes(one.state)) throw new Problem('conflict')
  if (seen !== undefined && one.revision !== seen) throw new Problem('stale')
  return one
}

/** Imports of registries that the actor may see, the newest first; nominations stand on the desk of whoever nominates. `before` is the id of the last one shown. */
export async function listImports(ctx: ActingCtx, before?: string, limit = 30) {
  const places = scopesOf(ctx.actor, 'organisation.edit', 'municipality')
  const all = everywhere(ctx.actor, 'organisation.edit')
  const people = everywhere(ctx.actor, 'registry.edit')
  const directions = scopesOf(ctx.actor, 'application.edit', 'direction')
  const results = everywhere(ctx.actor, 'application.edit')
  if (!all && !people && !results && places.length + directions.length === 0) throw new Problem('forbidden')
  const reach = or(
    people ? eq(imports.kind, 'people') : undefined,
    all ? eq(imports.kind, 'organisations') : undefined,
    places.length > 0
      ? and(eq(imports.kind, 'organisations'), inArray(imports.municipalityId, places))
      : undefined,
    results ? eq(imports.kind, 'results') : undefined,
    directions.length > 0 ? inArray(imports.directionId, directions) : undefined,
  )
  const rows = await ctx.db
    .select({
      ...{ id: imports.id, kind: imports.kind, name: imports.name, state: imports.state },
      ...{ createdAt: imports.createdAt, doneAt: imports.doneAt, undoneAt: imports.undoneAt },
      ...{ municipality: municipalities.name, order: orders.number },
      rows: sql<number>`(select count(*)::int from import_rows r where r.import_id = ${imports.id})`,
    })
    .from(imports)
    .leftJoin(municipalities, eq(municipalities.id, imports.municipalityId))
    .leftJoin(orders, eq(orders.id, imports.orderId))
    .where(and(reach, before ? sql`${imports.id} < ${before}` : undefined))
    .orderBy(desc(imports.id))
    .limit(limit + 1)
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]?.id : undefined }
}

/** Whose organisations the list has; null for a list of people. */
export async function placeOfImport(ctx: Ctx, { municipalityId }: ImportRow): Promise<string | null> {
  if (!municipalityId) return null
  const [row] = await ctx.db.select().from(municipalities).where(eq(municipalities.id, municipalityId))
  return row?.name ?? null
}

/** A page of rows after line `after`, of one verdict or of all. */
export async function rowsOfImport(
  ctx: Ctx,
  id: string,
  { verdict, after = 0, limit = 50 }: { verdict?: Verdict | undefined; after?: number; limit?: number },
) {
  const rows = await ctx.db
    .select()
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, id),
        gt(importRows.at, after),
        verdict ? eq(importRows.verdict, verdict) : undefined,
      ),
    )
    .orderBy(asc(importRows.at))
    .limit(limit + 1)
  return { rows: rows.slice(0, limit), next: rows.length > limit ? (rows[limit - 1]?.at ?? null) : null }
}

/** How many rows of each verdict there are, and how many probable ones nobody has decided on. */
export async function countsOfImport(ctx: Ctx, id: string) {
  const rows = await ctx.db
    .select({
      verdict: importRows.verdict,
      count: sql<number>`count(*)::int`,
      open: sql<number>`count(*) filter (where ${importRows.verdict} = 'probable' and ${importRows.choice} is null)::int`,
      skipped: sql<number>`count(*) filter (where ${importRows.choice} = 'skip')::int`,
    })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .groupBy(importRows.verdict)
  const of = (verdict: Verdict) => rows.find((row) => row.verdict === verdict)?.count ?? 0
  return {
    ...{ new: of('new'), same: of('same'), probable: of('probable'), rejected: of('rejected') },
    all: rows.reduce((sum, row) => sum + row.count, 0),
    undecided: rows.reduce((sum, row) => sum + row.open, 0),
    skipped: rows.reduce((sum, row) => sum + row.skipped, 0),
  }
}

/** Keeps a list with its judged rows. */
export async function insertImport(
  ctx: ActingCtx,
  values: Omit<typeof imports.$inferInsert, 'id' | 'state' | 'createdById' | 'createdAt'>,
  rows: readonly JudgedRow[],
): Promise<string> {
  const id = uuidv7()
  const by = { createdById: ctx.actor.personId, createdAt: ctx.now }
  await ctx.db.insert(imports).values({ id, state: 'open', ...by, ...values })
  await insertRows(ctx, id, rows)
  await record(ctx, 'import.opened', { kind: 'import', id }, { rows: rows.length, of: values.kind })
  return id
}

/** Rows that were judged anew take the place of the old ones; decisions that still make sense stay. */
export async function replaceRows(ctx: Ctx, id: string, rows: readonly JudgedRow[]): Promise<void> {
  const old = await ctx.db
    .delete(importRows)
    .where(eq(importRows.importId, id))
    .returning({ at: importRows.at, choice: importRows.choice, take: importRows.take })
  const decided = new Map(old.map((row) => [row.at, row]))
  await insertRows(ctx, id, rows, decided)
  await bump(ctx, id)
}

/** All rows in their order. */
export async function allRows(ctx: Ctx, id: string): Promise<ListRow[]> {
  return ctx.db.select().from(importRows).where(eq(importRows.importId, id)).orderBy(asc(importRows.at))
}

export interface RowChoice {
  at: number
  choice: string
  take: string[]
}

/** Keeps what was decided on rows. A choice that the row does not offer is Problem('invalid'). */
export async function chooseRows(ctx: ActingCtx, id: string, choices: readonly RowChoice[]): Promise<void> {
  await atomically(ctx, async (ctx) => {
    await lockImport(ctx, id)
    for (const { at, choice, take } of choices) {
      const [row] = await ctx.db
        .select({ verdict: importRows.verdict, matches: importRows.matches })
        .from(importRows)
        .where(and(eq(importRows.importId, id), eq(importRows.at, at)))
      if (!row || !offers(row, choice)) throw new Problem('invalid')
      await ctx.db
        .update(importRows)
        .set({ choice: choice || null, take })
        .where(and(eq(importRows.importId, id), eq(importRows.at, at)))
    }
    await bump(ctx, id)
  })
}

/** Decides on every probable row that nobody has decided on: the only match it has, or new where `as` is new. */
export async function chooseAll(ctx: ActingCtx, id: string, as: 'match' | 'new' | 'skip'): Promise<void> {
  await atomically(ctx, async (ctx) => {
    await lockImport(ctx, id)
    const only = sql`jsonb_array_length(${importRows.matches}) = 1`
    await ctx.db
      .update(importRows)
      .set({ choice: as === 'match' ? sql`${importRows.matches} -> 0 ->> 'id'` : as })
      .where(
        and(
          ...[eq(importRows.importId, id), eq(importRows.verdict, 'probable'), isNull(importRows.choice)],
          as === 'match' ? only : undefined,
        ),
      )
    await bump(ctx, id)
  })
}

/** Leaves the list: its words are gone, that there was one stays. */
export async function discardImport(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    await emptyList(ctx.db, await lockImport(ctx, id))
    await ctx.db.update(imports).set({ state: 'discarded' }).where(eq(imports.id, id))
    await record(ctx, 'import.discarded', { kind: 'import', id })
  })
}

function offers({ verdict, matches }: Pick<ListRow, 'verdict' | 'matches'>, choice: string): boolean {
  if (verdict === 'rejected') return choice === ''
  if (choice === '' || choice === 'skip') return true
  if (choice === 'new') return verdict !== 'same'
  return matches.some((match) => match.id === choice)
}

async function bump(ctx: Ctx, id: string) {
  await ctx.db
    .update(imports)
    .set({ revision: sql`${imports.revision} + 1`, problem: null })
    .where(eq(imports.id, id))
}

async function insertRows(
  ctx: Ctx,
  importId: string,
  rows: readonly JudgedRow[],
  decided?: ReadonlyMap<number, { choice: string | null; take: string[] }>,
) {
  const values = rows.map((row) => {
    const before = decided?.get(row.at)
    const choice = before?.choice && offers(row, before.choice) ? before.choice : null
    return { importId, ...row, choice, take: row.verdict === 'rejected' ? [] : (before?.take ?? []) }
  })
  for (let at = 0; at < values.length; at += 1000)
    await ctx.db.insert(importRows).values(values.slice(at, at + 1000))
}
