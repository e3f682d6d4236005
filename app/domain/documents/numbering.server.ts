/** Numbers of papers that are counted without gaps within a year. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { paperCounters } from '#db/schema/index.ts'

/**
 * The next number of a kind of paper in a year. The row of the counter is locked until the transaction ends, so a paper
 * that is not made leaves no gap.
 */
export async function nextPaperNumber(ctx: Pick<Ctx, 'db'>, kind: string, year: number): Promise<number> {
  const [row] = await ctx.db
    .insert(paperCounters)
    .values({ kind, year, last: 1 })
    .onConflictDoUpdate({
      target: [paperCounters.kind, paperCounters.year],
      set: { last: sql`${paperCounters.last} + 1` },
    })
    .returning({ last: paperCounters.last })
  return found(row).last
}
