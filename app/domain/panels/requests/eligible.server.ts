/** How many people could be chosen in each direction today, whatever else a request will ask. */
import { sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { inForce } from '#db/reach/experts.ts'

export async function withEligible<D extends { id: string }>(
  ctx: Ctx,
  directions: readonly D[],
): Promise<(D & { eligible: number })[]> {
  const rows = await ctx.db.execute<{ id: string; count: number }>(sql`select s.direction_version_id as id,
      count(distinct s.person_id)::int as count
    from statuses s join people p on p.id = s.person_id and p.name_open and p.merged_into_id is null
    where ${inForce(dayOf(ctx.now, ctx.zone))} group by s.direction_version_id`)
  const counts = new Map(rows.map(({ id, count }) => [id, count]))
  return directions.map((one) => ({ ...one, eligible: counts.get(one.id) ?? 0 }))
}
