/** Figures of the registry that other pages tell. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { inForce } from '#db/reach/experts.ts'

/** How many people have a status in force on the day. */
export async function expertsNow(ctx: Ctx, day: string): Promise<number> {
  const [row] = await ctx.db.execute<{ n: number }>(
    sql`select count(distinct s.person_id)::int as n from statuses s where ${inForce(day)}`,
  )
  return row?.n ?? 0
}
