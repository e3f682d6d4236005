/** Requests to be forgotten: the actor's own, and the queue with its terms. */
import { and, asc, desc, eq, or, sql } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import type { Db } from '#db/client.ts'
import { erasures, logEntries, people } from '#db/schema/index.ts'

const shown = {
  ...{ number: erasures.number, state: erasures.state, askedAt: erasures.askedAt, dueDay: erasures.dueDay },
  ...{ decidedAt: erasures.decidedAt, reason: erasures.reason },
}

/** The last request of the actor, or undefined. */
export async function ownErasure(ctx: ActingCtx) {
  const [row] = await ctx.db
    .select(shown)
    .from(erasures)
    .where(eq(erasures.personId, ctx.actor.personId))
    .orderBy(desc(erasures.id))
    .limit(1)
  return row
}

/** What waits, the nearest term first, and what was decided lately; people by number alone. */
export async function erasureQueue(ctx: ActingCtx, limit: number) {
  authorize(expertRules.decideOwnData, ctx.actor, { personId: '' })
  return ctx.db
    .select({ ...shown, person: people.number })
    .from(erasures)
    .innerJoin(people, eq(people.id, erasures.personId))
    .where(or(eq(erasures.state, 'open'), eq(erasures.state, 'done'), eq(erasures.state, 'refused')))
    .orderBy(sql`${erasures.state} <> 'open'`, asc(erasures.dueDay), desc(erasures.id))
    .limit(limit)
}

/** One request with what would stay, for those who decide. */
export async function erasureShown(ctx: ActingCtx, number: number) {
  authorize(expertRules.decideOwnData, ctx.actor, { personId: '' })
  const [row] = await ctx.db
    .select({
      ...shown,
      person: people.number,
      lines: sql<number>`(select count(*)::int from order_items i where i.person_id = ${people.id})`,
      remarks: sql<number>`(select count(*)::int from remarks r where r.author_id = ${people.id})`,
    })
    .from(erasures)
    .innerJoin(people, eq(people.id, erasures.personId))
    .where(and(eq(erasures.number, number)))
  return found(row)
}

/** How many people were erased, as the requests say and as the log does: two numbers that must be one. */
export async function erasedOf(db: Db): Promise<{ asked: number; logged: number }> {
  const [row] = await db.execute<{ asked: number; logged: number }>(sql`
    select (select count(distinct person_id)::int from ${erasures} where state = 'done') as asked,
      (select count(distinct object_id)::int from ${logEntries} where kind = 'person.erased') as logged`)
  return { asked: row?.asked ?? 0, logged: row?.logged ?? 0 }
}
