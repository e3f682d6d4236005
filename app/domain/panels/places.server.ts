/** Where people work on the day, for conflicts and for what is printed beside a name. */
import { sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { openFullName, workShown } from '#db/reach/experts.ts'

export interface Place {
  personId: string
  number: number
  /** null when there is no ground to show it */
  name: string | null
  organisationId: string | null
  organisation: string | null
}

/** One line a person, in the order of their public numbers; names only with ground for publication or by the act. */
export async function placesOf(ctx: Ctx, personIds: readonly string[]): Promise<Place[]> {
  if (personIds.length === 0) return []
  const today = dayOf(ctx.now, ctx.zone)
  const ids = sql.join(
    personIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  const rows = await ctx.db.execute<{
    id: string
    number: number
    name: string | null
    work_shown: boolean
    organisation_id: string | null
    organisation: string | null
  }>(sql`
    select p.id, p.number, o.id as organisation_id, o.short_name as organisation,
      ${openFullName('p')} as name, ${workShown(sql`p.id`)} as work_shown
    from people p
    left join lateral (select e.organisation_id from employments e
      where e.person_id = p.id and e.during @> ${today}::date order by lower(e.during) desc, e.id limit 1) w on true
    left join organisations o on o.id = w.organisation_id
    where p.id in (${ids}) order by p.number`)
  return rows.map(({ id, number, name, work_shown, organisation_id, organisation }) => {
    return {
      personId: id,
      number,
      name,
      organisationId: organisation_id,
      organisation: work_shown ? organisation : null,
    }
  })
}
