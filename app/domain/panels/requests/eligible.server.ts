/** How many people could be chosen in each direction today, whatever else a request will ask. */
import { sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
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

interface Wanted {
  directions: readonly string[]
  tier: string
  size: number
  minimum?: Record<string, number | null>
}

/**
 * Refuses a form that today's registry cannot answer, whoever has a conflict: a direction with fewer people than must
 * cover it, or fewer people in all directions together than the panel has members. Advice for who fills in the form; a
 * choice weighs conflicts and limits beside it. Problems: request-direction-short, request-pool-short.
 */
export async function refuseShortPool(
  ctx: Ctx,
  { directions, tier, size, minimum = {} }: Wanted,
): Promise<void> {
  const codes: string[] = content().tiers.map(({ code }) => code)
  const tiers = codes.slice(0, codes.indexOf(tier) + 1)
  const list = (ids: readonly string[]) =>
    sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )
  if (directions.length === 0 || tiers.length === 0) return
  const rows = await ctx.db.execute<{ id: string | null; title: string | null; count: number }>(sql`
    select v.id, v.short_title as title, count(distinct p.id)::int as count
    from direction_versions v
    left join statuses s on s.direction_version_id = v.id and ${inForce(dayOf(ctx.now, ctx.zone))}
      and s.tier in (${list(tiers)})
    left join people p on p.id = s.person_id and p.name_open and p.merged_into_id is null
    where v.id in (${list(directions)}) group by grouping sets ((v.id, v.short_title), ())`)
  const short = rows.find(({ id, count }) => id !== null && count < (minimum[id] ?? 1))
  if (short?.id) {
    const facts = { direction: short.title ?? '', count: short.count, minimum: minimum[short.id] ?? 1 }
    throw new Problem('request-direction-short', facts, 'directions')
  }
  const count = rows.find(({ id }) => id === null)?.count ?? 0
  if (count < size) throw new Problem('request-pool-short', { size, count }, 'size')
}
