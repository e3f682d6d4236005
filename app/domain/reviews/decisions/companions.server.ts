/** Companions: the remarks that get one answer with another. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'

/** Other remarks of the same standing group, by number. */
export async function companionsOf(ctx: Ctx, remarkId: string): Promise<{ id: string; number: number }[]> {
  return ctx.db.execute<{ id: string; number: number }>(sql`
    select r.id, r.number from group_members mine
    join group_members other on other.group_id = mine.group_id and other.removed_at is null
    join remarks r on r.id = other.remark_id and r.withdrawn_at is null
    where mine.remark_id = ${remarkId} and mine.removed_at is null and other.remark_id <> ${remarkId}
    order by r.number`)
}
