/** Coverage: how many experts of each direction there are in each municipality on a day, and where there is nobody. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { standsOn } from './conditions.ts'

export interface Coverage {
  directions: { code: string; title: string; count: number }[]
  municipalities: {
    code: string
    name: string
    /** people, each once */
    count: number
    /** by the code of a direction; a direction without anybody is absent */
    by: Record<string, number>
  }[]
  /** people whose place of work is hidden: in no municipality */
  unplaced: number
}

/** The grid of the directions in force on the day and of all municipalities. */
export async function coverageOn(ctx: Ctx, day: string, known: string | null): Promise<Coverage> {
  const stands = standsOn(day, known)
  const [row] = await ctx.db.execute<{ coverage: Coverage }>(sql`
    with placed as materialized (select distinct s.person_id, s.municipality_id, s.direction_id from listings s
        where s.organisation_id is not null and s.municipality_id is not null and ${stands}),
      cells as (select p.municipality_id, d.code, count(*)::int as n from placed p join directions d on d.id = p.direction_id group by 1, 2)
    select json_build_object(
      'directions', (select coalesce(json_agg(json_build_object('code', d.code, 'title', v.short_title,
          'count', (select count(distinct s.person_id)::int from listings s where s.direction_id = d.id and s.organisation_id is null and ${stands}))
          order by v.position), '[]')
        from direction_versions v join direction_lists l on l.id = v.list_id and l.during @> ${day}::date
        join directions d on d.id = v.direction_id),
      'municipalities', (select coalesce(json_agg(json_build_object('code', m.code, 'name', m.name,
          'count', (select count(distinct p.person_id)::int from placed p where p.municipality_id = m.id),
          'by', (select coalesce(json_object_agg(c.code, c.n), '{}') from cells c where c.municipality_id = m.id)) order by m.name), '[]')
        from municipalities m),
      'unplaced', (select count(distinct s.person_id)::int from listings s where s.organisation_id is null and ${stands}
        and not exists (select from placed p where p.person_id = s.person_id))) as coverage`)
  if (!row) throw new Error('a query of one row gave none')
  return row.coverage
}
