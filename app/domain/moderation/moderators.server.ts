/** Who moderates a place today: they are told of new cases, and an appeal goes to another of them. */
import { sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import type { Place } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'

/** Ids of the people who may moderate in the place, deputies not counted, in order of id. */
export async function moderatorsOf(ctx: Ctx, place: Place): Promise<string[]> {
  const can = (reach: 'all' | 'own') =>
    content()
      .roles.roles.filter((role) => role.can['remark.moderate'] === reach)
      .map(({ code }) => code as string)
  const [all, own] = [can('all'), can('own')]
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select distinct g.person_id as id from grants g
    join users u on u.person_id = g.person_id and u.disabled_at is null
    where g.during @> ${dayOf(ctx.now, ctx.zone)}::date and (g.role in ${listed(all)} or (g.role in ${listed(own)} and (
      (g.scope_kind = 'organisation' and g.scope_id = ${place.organisationId ?? null}::uuid)
      or (g.scope_kind = 'municipality' and g.scope_id = ${place.municipalityId ?? null}::uuid))))
    order by 1`)
  return rows.map(({ id }) => id)
}

// An empty list is no SQL.
function listed(codes: string[]) {
  return sql`(${sql.join(
    ['', ...codes].map((code) => sql`${code}`),
    sql`, `,
  )})`
}
