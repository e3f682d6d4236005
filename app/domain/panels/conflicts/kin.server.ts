/**
 * Who works, or worked not long ago, for the developer or an organisation that is its kin.
 *
 * Kin: the organisation itself, what it came of and what came of it (through any number of changes), its founder, its
 * branches, and the other organisations of the same founder. A founder is the recorded one; the authority of a
 * municipality counts as the founder of all its organisations only when the setting names its type.
 */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import type { ConflictFact } from '#db/schema/index.ts'
import type { ConflictKind } from './kinds.ts'

export interface Employed {
  personId: string
  kind: ConflictKind
  fact: ConflictFact
}
type Row = {
  id: string
  person_id: string
  relation: 'same' | 'successor' | 'founder' | 'branch' | 'sister'
  organisation: string
  of: string
  since: string | null
  until: string | null
  now: boolean
}

/** Employments of today with kin, and past ones with the developer, its predecessors and successors. */
export async function employedByKin(
  ctx: Ctx,
  organisationIds: readonly string[],
  { today, formerSince }: { today: string; formerSince: string },
): Promise<Employed[]> {
  const { founderTypes } = content().settings.conflicts
  const list = (ids: readonly string[]) =>
    sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )
  const municipal =
    founderTypes.length > 0
      ? sql`union select o.id, a.id from organisations o join organisations a
          on a.municipality_id = o.municipality_id and a.id <> o.id and a.type in (${list(founderTypes)})
          where o.parent_id is null and o.type not in (${list(founderTypes)})`
      : sql``
  const rows = await ctx.db.execute<Row>(sql`
    with recursive own as (
      select o.id, o.id as root, 'same' as relation from organisations o where o.id in (${list(organisationIds)})
      union
      select case when s.predecessor_id = w.id then s.successor_id else s.predecessor_id end, w.root, 'successor'
      from own w join successions s on w.id in (s.predecessor_id, s.successor_id)),
    founded as (select id, parent_id as founder from organisations where parent_id is not null ${municipal}),
    kin as (
      select id, root, relation, 1 as place from own
      union all select f.founder, w.root, 'founder', 2 from own w join founded f on f.id = w.id
      union all select f.id, w.root, 'branch', 3 from own w join founded f on f.founder = w.id
      union all select f.id, w.root, 'sister', 4 from own w join founded u on u.id = w.id
        join founded f on f.founder = u.founder),
    nearest as (select distinct on (id) * from kin order by id, place, relation, root)
    select e.id, e.person_id, k.relation, o.short_name as organisation, r.short_name as of,
      to_char(lower(e.during), 'YYYY-MM-DD') as since, to_char(upper(e.during) - 1, 'YYYY-MM-DD') as until,
      e.during @> ${today}::date as now
    from nearest k join employments e on e.organisation_id = k.id
    join organisations o on o.id = k.id join organisations r on r.id = k.root
    where e.during @> ${today}::date or (k.relation in ('same', 'successor')
      and lower(e.during) <= ${today}::date and upper(e.during) > ${formerSince}::date)`)
  return rows.map(({ id, person_id, relation, organisation, of, since, until, now }) => ({
    personId: person_id,
    kind: !now ? 'former-employer' : relation === 'sister' ? 'same-founder' : 'same-organisation',
    fact: {
      ...{ relation, record: `employments:${id}`, organisation, of },
      ...(since === null ? {} : { from: since }),
      ...(until === null ? {} : { until }),
    },
  }))
}
