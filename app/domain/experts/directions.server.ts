/** Directions of expert activity: the lists that were published, and what became of each direction in the next one. */
import { sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'

export interface DirectionList {
  code: string
  title: string
  from: string
  to: string | null
  document: { code: string; number: string; day: string | null } | null
}

export interface DirectionVersion {
  code: string
  list: string
  tier: string
  title: string
  shortTitle: string
  group: string | null
  content: string
  details: { procedures: string[]; participants: string[]; approving: string[]; replacedBy?: string[]; note?: string }
  /** directions of the next list that go on with it */
  replacedBy: { code: string; shortTitle: string; tier: string }[]
  /** people with a status in force today */
  experts: number
}

/** Every list, the newest first, with its directions in order. */
export async function directionsByList(ctx: Ctx): Promise<(DirectionList & { directions: DirectionVersion[] })[]> {
  const [lists, versions] = await Promise.all([listsOf(ctx), versionsOf(ctx)])
  return lists.map((list) => ({ ...list, directions: versions.filter((version) => version.list === list.code) }))
}

/** One direction through the lists, the newest version first, and its predecessors; Problem('not-found'). */
export async function directionByCode(ctx: Ctx, code: string) {
  const [lists, versions] = await Promise.all([listsOf(ctx), versionsOf(ctx)])
  const listOf = (version: DirectionVersion) => lists.find((list) => list.code === version.list)
  const own = lists.flatMap((list) => versions.filter((version) => version.code === code && version.list === list.code))
  const current = found(own[0])
  const replaces = versions
    .filter((one) => one.code !== code && one.replacedBy.some((next) => next.code === code))
    .map((one) => ({ code: one.code, shortTitle: one.shortTitle, list: listOf(one)?.title ?? '' }))
  const participants = await ctx.db.execute<{ code: string; name: string }>(sql`
    select code, short_name as name from organisations where ${
      current.details.participants.length > 0 ? sql`code in ${current.details.participants}` : sql`false`
    } order by name`)
  return {
    current,
    list: listOf(current) ?? null,
    former: own.slice(1).map((version) => ({ ...version, listTitle: listOf(version)?.title ?? '' })),
    replaces,
    participants: [...participants],
    orders: await ordersOf(ctx, code),
  }
}

async function listsOf(ctx: Ctx): Promise<DirectionList[]> {
  const rows = await ctx.db.execute<DirectionList & Record<string, unknown>>(sql`
    select l.code, l.title, to_char(lower(l.during), 'YYYY-MM-DD') as from, to_char(upper(l.during), 'YYYY-MM-DD') as to,
      case when d.id is not null then json_build_object('code', d.code, 'number', d.number, 'day', to_char(d.day, 'YYYY-MM-DD')) end as document
    from direction_lists l left join documents d on d.id = l.document_id order by lower(l.during) desc, l.code`)
  return [...rows]
}

async function versionsOf(ctx: Ctx): Promise<DirectionVersion[]> {
  const rows = await ctx.db.execute<DirectionVersion & Record<string, unknown>>(sql`
    with held as (select s.direction_version_id as id, count(distinct s.person_id)::int as n from statuses s
      where upper_inf(s.known) and s.during @> ${dayOf(ctx.now, ctx.zone)}::date group by 1)
    select d.code, l.code as list, v.tier, v.title, v.short_title as "shortTitle", v.group_title as "group", v.content, v.details,
      coalesce(held.n, 0) as experts,
      (select coalesce(json_agg(json_build_object('code', nd.code, 'shortTitle', n.short_title, 'tier', n.tier) order by n.tier desc, n.position), '[]')
        from direction_versions n join directions nd on nd.id = n.direction_id
        where n.id = v.replaced_by_id or (n.list_id = (select r.list_id from direction_versions r where r.id = v.replaced_by_id)
          and v.details -> 'replacedBy' ? nd.code)) as "replacedBy"
    from direction_versions v join directions d on d.id = v.direction_id join direction_lists l on l.id = v.list_id
    left join held on held.id = v.id
    order by lower(l.during) desc, v.tier desc, v.position`)
  return [...rows]
}

async function ordersOf(ctx: Ctx, code: string) {
  const rows = await ctx.db.execute<{ slug: string; number: string; day: string; issuer: string; people: number }>(sql`
    select r.slug, r.number, to_char(r.day, 'YYYY-MM-DD') as day, o.short_name as issuer, count(distinct i.person_id)::int as people
    from orders r join organisations o on o.id = r.issuer_id join order_items i on i.order_id = r.id and i.act = 'begin'
    join direction_versions v on v.id = i.direction_version_id join directions d on d.id = v.direction_id
    where d.code = ${code} group by r.id, o.id order by r.day desc, r.id desc limit 20`)
  return [...rows]
}
