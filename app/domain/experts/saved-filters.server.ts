/** Filters of the registry under names of one's own: kept with the account, seen by nobody else. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { people, savedFilters } from '#db/schema/index.ts'
import { filterOf, queryOf } from './registry.ts'
import { expertRules } from './rules.ts'

/** The own filters by name; `query` is what stands behind `/experts?`. */
export async function ownFilters(ctx: ActingCtx) {
  return ctx.db
    .select({ id: savedFilters.id, name: savedFilters.name, query: savedFilters.query })
    .from(savedFilters)
    .where(eq(savedFilters.personId, ctx.actor.personId))
    .orderBy(asc(savedFilters.name))
}

/**
 * Keeps a filter; the same name takes the newer one. Of the query only what the registry understands is kept.
 * Problem('filter-empty'): nothing is chosen; Problem('filters-most').
 */
export async function saveFilter(
  ctx: ActingCtx,
  { name, query }: { name: string; query: string },
): Promise<void> {
  const today = dayOf(ctx.now, ctx.zone)
  const kept = queryOf(filterOf(new URLSearchParams(query), today), today).toString()
  if (kept === '') throw new Problem('filter-empty')
  await atomically(ctx, async (ctx) => {
    authorize(expertRules.keepFilters, ctx.actor, {})
    const { personId } = ctx.actor
    await ctx.db.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update')
    const own = await ownFilters(ctx)
    const most = content().settings.savedFilters
    if (own.length >= most && !own.some((one) => one.name === name))
      throw new Problem('filters-most', { most })
    await ctx.db
      .insert(savedFilters)
      .values({ id: uuidv7(), personId, name, query: kept, savedAt: ctx.now })
      .onConflictDoUpdate({
        target: [savedFilters.personId, savedFilters.name],
        set: { query: kept, savedAt: sql`excluded.saved_at` },
      })
    await record(ctx, 'filter.saved', { kind: 'person', id: personId })
  })
}

/** Forgets an own filter; one that is not there is forgotten already. */
export async function removeFilter(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    authorize(expertRules.keepFilters, ctx.actor, {})
    const { personId } = ctx.actor
    const [gone] = await ctx.db
      .delete(savedFilters)
      .where(and(eq(savedFilters.id, id), eq(savedFilters.personId, personId)))
      .returning({ id: savedFilters.id })
    if (gone) await record(ctx, 'filter.removed', { kind: 'person', id: personId })
  })
}
