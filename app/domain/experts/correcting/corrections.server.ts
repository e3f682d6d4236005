/** Requests to correct: those of the actor, and the queue of the keepers of the registry. */
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { corrections, people } from '#db/schema/index.ts'

const shown = {
  ...{ id: corrections.id, kind: corrections.kind, wanted: corrections.wanted, since: corrections.since },
  ...{ said: corrections.said, state: corrections.state, madeAt: corrections.madeAt },
  ...{ decidedAt: corrections.decidedAt, reason: corrections.reason },
}
const ofPerson = {
  ...{ number: people.number, familyName: people.familyName, givenName: people.givenName },
  patronymic: people.patronymic,
}

/** The actor's own, newest first. */
export async function ownCorrections(ctx: ActingCtx) {
  return ctx.db
    .select(shown)
    .from(corrections)
    .where(eq(corrections.personId, ctx.actor.personId))
    .orderBy(desc(corrections.id))
    .limit(50)
}

/** What waits, oldest first, and where to go on. */
export async function openCorrections(ctx: ActingCtx, after: string | null, limit: number) {
  authorize(expertRules.decideOwnData, ctx.actor, { personId: '' })
  const rows = await ctx.db
    .select({ ...shown, ...ofPerson })
    .from(corrections)
    .innerJoin(people, eq(people.id, corrections.personId))
    .where(and(eq(corrections.state, 'open'), after ? gt(corrections.id, after) : undefined))
    .orderBy(asc(corrections.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/** One request, for those who decide, beside what is known today: `work` is post and organisation, null without them. */
export async function correctionShown(ctx: ActingCtx, id: string) {
  authorize(expertRules.decideOwnData, ctx.actor, { personId: '' })
  const work = sql<string | null>`(select e.post || ', ' || o.short_name from employments e
    join organisations o on o.id = e.organisation_id
    where e.person_id = ${people.id} and e.during @> ${ctx.actor.today}::date order by lower(e.during) desc, e.id limit 1)`
  const [row] = await ctx.db
    .select({ ...shown, ...ofPerson, work })
    .from(corrections)
    .innerJoin(people, eq(people.id, corrections.personId))
    .where(eq(corrections.id, id))
  return found(row)
}
