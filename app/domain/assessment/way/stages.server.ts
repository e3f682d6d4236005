/**
 * Stages: how far an application has come. Its own states end with the admission; what follows is read from the result of
 * the last attempt, the place in a list of candidates and the status, which are records of their own.
 */
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { applications } from '#db/schema/index.ts'
import type { Stage } from './stage.ts'

const a = applications

/** The last attempt entered since the application, as `passed` or `failed`. */
export function verdictSql(): SQL<'passed' | 'failed' | null> {
  return sql`result_verdict(${a.personId}, ${a.directionId}, ${a.createdAt})`
}

const orderedSql = sql`exists (select from statuses s join direction_versions v on v.id = s.direction_version_id
  where s.person_id = ${a.personId} and v.direction_id = ${a.directionId} and upper_inf(s.known)
    and not isempty(s.during) and lower(s.known) >= ${a.createdAt})`

const listedSql = sql`exists (select from candidates c join candidate_lists l on l.id = c.list_id
  join direction_versions v on v.id = l.direction_version_id
  where c.person_id = ${a.personId} and v.direction_id = ${a.directionId} and c.removed_at is null
    and l.discarded_at is null and c.added_at >= ${a.createdAt})`

/** The stage of a row of `applications`. */
export function stageSql(): SQL<Stage> {
  return sql<Stage>`case when ${a.state} <> 'admitted' then ${a.state} when ${orderedSql} then 'ordered'
    when ${listedSql} then 'listed' else coalesce(${verdictSql()}, 'admitted') end`
}

/** The stage of one application. */
export async function stageOf(ctx: Ctx, id: string): Promise<Stage | null> {
  const [row] = await ctx.db.select({ stage: stageSql() }).from(a).where(eq(a.id, id))
  return row?.stage ?? null
}
