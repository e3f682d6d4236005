/**
 * Indicator 3.1.1: which part of the documents approved in a year was approved after a discussion on this ground.
 *
 * Counted are drafts whose outcome, as it was known on a day, is an approval by an act of that year; in the numerator
 * those whose discussion had ended with a published summary by the day of the act. Source: inventory, H3.1.1.
 */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'

export interface Approvals {
  /** approved after a finished discussion */
  discussed: number
  /** all that were approved */
  approved: number
  /** their drafts, by the day of the act */
  drafts: { slug: string; title: string; day: string; discussed: boolean }[]
}

/**
 * Approvals by acts of a year up to `day` (YYYY-MM-DD), as recorded by the end of `known`, by default that same day.
 * Nothing approved is no figure: `approved` is 0 and the share is «нет данных». Only drafts that everybody may see.
 */
export async function approvalsOf(
  ctx: Pick<Ctx, 'db' | 'zone'>,
  { year, day, known = day }: { year: number; day: string; known?: string },
): Promise<Approvals> {
  const until = sql`((${known}::date + 1)::timestamp at time zone ${ctx.zone})`
  const end = (moment: ReturnType<typeof sql>) => sql`(${moment} at time zone ${ctx.zone})::date`
  const rows = await ctx.db.execute<Approvals['drafts'][number]>(sql`
    select d.slug, d.title, o.day::text as day,
      exists (select 1 from summaries s where s.draft_id = d.id and s.published_at < ${until}
        and ${end(sql`s.published_at`)} <= o.day) as discussed
    from drafts d
    join lateral (select * from outcomes x where x.draft_id = d.id and x.entered_at < ${until}
      order by x.id desc limit 1) o on o.kind = 'approved'
    where d.published_at is not null and d.discarded_at is null and d.withdrawn_at is null
      and extract(year from o.day) = ${year} and o.day <= ${day}::date
      and not exists (select 1 from discussions c join stages g on g.discussion_id = c.id
        where c.draft_id = d.id and g.audience = 'closed')
    order by o.day, d.number`)
  const drafts = [...rows]
  return { discussed: drafts.filter(({ discussed }) => discussed).length, approved: drafts.length, drafts }
}
