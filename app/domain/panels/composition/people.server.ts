/** Names, places of work and posts as an order prints them: on the order's own ground, for those who draw it up. */
import { sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'

export interface PersonInOrder {
  number: number
  name: string
  work: string
  post: string
}

/** Person → what an order says of them today. */
export async function peopleIn(ctx: Ctx, ids: readonly string[]): Promise<Map<string, PersonInOrder>> {
  if (ids.length === 0) return new Map()
  const today = dayOf(ctx.now, ctx.zone)
  const rows = await ctx.db.execute<PersonInOrder & { id: string } & Record<string, unknown>>(sql`
    select p.id, p.number, trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name,
      coalesce(w.work, '') as work, coalesce(w.post, '') as post
    from people p
    left join lateral (select o.short_name as work, e.post from employments e
      join organisations o on o.id = e.organisation_id
      where e.person_id = p.id and e.during @> ${today}::date order by lower(e.during) desc, e.id limit 1) w on true
    where p.id in ${[...ids]}`)
  return new Map(rows.map(({ id, number, name, work, post }) => [id, { number, name, work, post }]))
}
