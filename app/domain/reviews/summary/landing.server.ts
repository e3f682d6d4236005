/**
 * Landing: what stands now where a remark wanted something else, and how the remark came.
 *
 * The text after a change is that of the units where the passage stands in the version named by the decision; when its
 * words are gone, that of the unit they stood in, as long as the unit is there.
 */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'

export type Receipt = {
  channel: 'letter' | 'email' | 'session'
  number: string
  day: string
  receivedDay: string
  event: string
  item: string
  organisation: string | null
}
export type Landing = {
  grounds: string
  sources: string
  /** null: typed in the site */
  receipt: Receipt | null
  /** the organisation whose position it is part of */
  position: string | null
  positionId: string | null
  /** numbers of the remarks that share the answer, the own one included; empty: answered alone */
  together: number[]
  /** text of the units the remark was about, where a change landed; null: no change */
  was: string | null
  /** text of the unit in the version where the change landed; null: no such version, or the unit is gone */
  became: string | null
}

const LONGEST = 2000

/** By number of the remark, for the remarks of a draft that the caller may know of. One query. */
export async function landingsOf(ctx: Ctx, draftId: string): Promise<Map<number, Landing>> {
  const rows = await ctx.db.execute<{ number: number } & Landing>(sql`
    select r.number, r.grounds, r.sources,
      case when i.id is not null then json_build_object('channel', i.channel, 'number', i.number, 'day', i.day,
        'receivedDay', i.received_day, 'event', i.event, 'item', i.item, 'organisation', coalesce(wrote.short_name, nullif(i.organisation_name, ''))) end as receipt,
      speaks.short_name as position, p.id as "positionId", coalesce(g.numbers, '{}') as together,
      case when d.changed_version_id is not null then left(before.words, ${LONGEST}) end as was,
      left(coalesce(stands.words, stood.words), ${LONGEST}) as became
    from remarks r
    join anchors a on a.id = r.anchor_id
    left join intakes i on i.id = r.intake_id
    left join organisations wrote on wrote.id = i.organisation_id
    left join positions p on p.id = r.position_id and p.withdrawn_at is null
    left join organisations speaks on speaks.id = p.organisation_id
    left join decisions d on d.remark_id = r.id and d.superseded_by_id is null
    left join lateral (select string_agg(nullif(b.text, ''), E'\n' order by b.position) as words from blocks b
      where b.version_id = a.version_id and b.position between
        (select f.position from blocks f where f.version_id = a.version_id and f.block_id = a.from_block_id) and
        (select t.position from blocks t where t.version_id = a.version_id and t.block_id = a.to_block_id)) before on true
    left join lateral (select x.* from resolutions x where x.anchor_id = a.id and x.version_id = d.changed_version_id
      order by x.attempt desc limit 1) place on place.status not in ('deleted', 'ambiguous')
    left join lateral (select string_agg(nullif(b.text, ''), E'\n' order by b.position) as words from blocks b
      where b.version_id = d.changed_version_id and b.position between
        (select f.position from blocks f where f.version_id = d.changed_version_id and f.block_id = place.from_block_id) and
        (select t.position from blocks t where t.version_id = d.changed_version_id and t.block_id = place.to_block_id)) stands on true
    left join blocks was on was.version_id = d.changed_version_id and was.block_id = a.from_block_id
    left join lateral (select nullif(was.text, '') as words) stood on true
    left join lateral (select array_agg(o.number order by o.number) as numbers from group_members m
      join remark_groups rg on rg.id = m.group_id and rg.dissolved_at is null
      join group_members others on others.group_id = m.group_id and others.removed_at is null
      join remarks o on o.id = others.remark_id
      where m.remark_id = r.id and m.removed_at is null) g on true
    where r.draft_id = ${draftId}`)
  return new Map(rows.map(({ number, ...landing }) => [number, landing]))
}
