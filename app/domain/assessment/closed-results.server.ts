/**
 * Results and statements on business stand in the closed base. The web login reads and writes them only by these functions
 * of the database, which take a reason and write the log; whether somebody passed is told without points.
 */
import { type SQL, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'

/** Why points are read; the log keeps the word. */
type Reason = 'gate' | 'import' | 'entry' | 'application' | 'totals' | 'selection'

/**
 * Rows of the last attempt in the direction and of the last statement, one for each of the `persons` (SQL of a list of
 * ids): person_id, result_id, attempt, earned, maximum, day, entrepreneur. One entry of the log for one call.
 */
export function assessedSql(ctx: Ctx, reason: Reason, directionId: string | null, persons: SQL): SQL {
  return sql`closed_assessed(${by(ctx, reason)}, ${directionId}::uuid, ${persons})`
}

/** Rows of all attempts of a person in the direction since a moment: attempt, earned, maximum, day. */
export function attemptsSql(
  ctx: Ctx,
  reason: Reason,
  of: { personId: string; directionId: string; createdAt: Date },
): SQL {
  const { personId, directionId, createdAt } = of
  return sql`closed_attempts(${by(ctx, reason)}, ${directionId}::uuid, ${personId}::uuid, ${createdAt.toISOString()}::timestamptz)`
}

/** Rows of totals of imports (SQL of a list of ids): import_id, counts from each edge on, passed. */
export function totalsSql(ctx: Ctx, imports: SQL, edges: readonly number[]): SQL {
  return sql`closed_result_totals(${by(ctx, 'totals')}, ${imports}, ${sql.param([...edges])}::int[])`
}

/** What is known of one person in the direction. */
export async function assessedOne(ctx: Ctx, directionId: string | null, personId: string) {
  const rows = assessedSql(ctx, 'entry', directionId, sql`array[${personId}::uuid]`)
  const [row] = await ctx.db.execute<{
    id: string | null
    attempt: number | null
    earned: number | null
    maximum: number | null
    day: string | null
    entrepreneur: boolean | null
  }>(sql`select r.result_id as id, r.attempt, r.earned, r.maximum, to_char(r.day, 'YYYY-MM-DD') as day, r.entrepreneur
    from ${rows} r`)
  return row
}

export interface NewResult {
  id: string
  personId: string
  directionId: string
  attempt: number
  earned: number
  maximum: number
  day: string
  motivation?: number | null
  motivationMaximum?: number | null
  importId?: string
}

/** Adds results, entered by the actor now. */
export async function addResults(ctx: ActingCtx, rows: readonly NewResult[]): Promise<void> {
  if (rows.length === 0) return
  await ctx.db.execute(
    sql`select closed_add_results(${ctx.actor.personId}::uuid, ${ctx.now.toISOString()}::timestamptz, ${JSON.stringify(rows)}::jsonb)`,
  )
}

/** Adds what people said of being entrepreneurs, heard by the actor today. */
export async function addStatements(
  ctx: ActingCtx,
  rows: readonly { personId: string; entrepreneur: boolean }[],
): Promise<void> {
  if (rows.length === 0) return
  const said = JSON.stringify(rows.map((row) => ({ ...row, id: uuidv7(), day: ctx.actor.today })))
  await ctx.db.execute(
    sql`select closed_add_statements(${ctx.actor.personId}::uuid, ${ctx.now.toISOString()}::timestamptz, ${said}::jsonb)`,
  )
}

/** Withdraws one result, or all of an import; returns which, and whose. */
export async function withdrawResults(ctx: ActingCtx, of: { result: string } | { import: string }) {
  const [result, list] = 'result' in of ? [of.result, null] : [null, of.import]
  const rows = await ctx.db.execute<{
    result: string
    personId: string
  }>(sql`select w.id as result, w.person_id as "personId"
    from closed_withdraw_results(${ctx.actor.personId}::uuid, ${ctx.now.toISOString()}::timestamptz, ${result}::uuid, ${list}::uuid) w`)
  return [...rows]
}

function by(ctx: Ctx, reason: Reason): SQL {
  return sql`${ctx.actor?.personId ?? null}::uuid, ${reason}::text, ${uuidv7()}::uuid, ${ctx.now.toISOString()}::timestamptz`
}
