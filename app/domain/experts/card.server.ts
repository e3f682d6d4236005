/** The card of an expert: what the registry openly knows of one person, past and present, each line with its order. */
import { sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { openEngagements } from '#db/reach/biography.ts'
import {
  believed,
  engagementsShown,
  expertiseFinished,
  nameShown,
  openName,
  openWorks,
} from '#db/reach/experts.ts'
import type { AsOf, Entry } from './entries.server.ts'

export interface CardStatus {
  direction: string
  title: string
  tier: string
  from: string
  /** the day after the last one */
  to: string | null
  state: 'current' | 'ahead' | 'past'
  order: { slug: string; number: string; day: string; issuer: string }
  /** the order that ended it before its term */
  endedBy: { slug: string; number: string; day: string; issuer: string } | null
  /** what `endedBy` did is a suspension */
  suspended: boolean
}

/** One work of a professional life; rooms to come tell theirs through `recordEngagement` and need nothing here. */
export interface CardEngagement {
  /** panel · discussion · practice · programme · event … */
  kind: string
  title: string
  role: string
  from: string
  /** the day after the last one */
  to: string | null
  outcome: 'going' | 'finished' | 'left'
  /** addresses, where they are open to everybody */
  draft: string | null
  panel: number | null
  conclusion: string | null
  /** own remarks in sight, signed with the name, and how many of them were accepted, wholly or in part */
  said: number
  accepted: number
}

export interface Card {
  number: number
  name: Entry['name']
  works: {
    post: string
    organisation: string
    organisationCode: string
    municipality: string | null
    from: string
    to: string | null
  }[]
  statuses: CardStatus[]
  /** none without ground to show them, nor the name: titles and dates of works would tell whose they are */
  engagements: CardEngagement[]
  /** how many expertises are finished, whatever part of the list is shown; null without ground to show them */
  finished: number | null
  /** the number under which this person's card lives now, after a merge */
  movedTo: number | null
}

/**
 * The card by public number; a person who never was in the registry has none: Problem('not-found'). Statuses stand as
 * on `asOf`, by default today as known now.
 */
export async function cardOf(ctx: Ctx, number: number, asOf?: AsOf): Promise<Card> {
  const today = dayOf(ctx.now, ctx.zone)
  const on = asOf ?? { day: today, known: null }
  const [row] = await ctx.db.execute<{ card: Card }>(sql`
    select json_build_object('number', p.number, 'movedTo', (select k.number from people k where k.id = p.merged_into_id),
      'name', ${openName('p', on.day < today ? on.day : null)},
      'works', (select coalesce(json_agg(w), '[]') from (${openWorks('p', null)}) w),
      'statuses', (${statusesBy(on)}), 'engagements', case when ${engagementsShown(sql`p.id`)} then (${openEngagements(on)}) else '[]' end,
      'finished', case when ${engagementsShown(sql`p.id`)} then (select count(*)::int from engagements e
        where e.person_id = p.id and ${expertiseFinished} and upper(e.during) <= ${on.day}::date + 1) end) as card
    from people p where p.number = ${number}
      and (p.merged_into_id is not null or exists (select from statuses s where s.person_id = p.id))`)
  return found(row).card
}

/** The actor's own statuses, those of today first; a person who never had one has none. */
export async function ownStatuses(ctx: ActingCtx): Promise<CardStatus[]> {
  const [row] = await ctx.db.execute<{ statuses: CardStatus[] }>(
    sql`select (${statusesBy({ day: ctx.actor.today, known: null })}) as statuses from people p where p.id = ${ctx.actor.personId}`,
  )
  return row?.statuses ?? []
}

/** The registry may show the actor's name now. */
export async function ownNameOpen(ctx: ActingCtx): Promise<boolean> {
  const [row] = await ctx.db.execute<{ open: boolean }>(
    sql`select ${nameShown(sql`${ctx.actor.personId}::uuid`)} as open`,
  )
  return row?.open ?? false
}

function order(alias: 'b' | 'n') {
  const [r, i] = [sql.raw(`${alias}r`), sql.raw(`${alias}i`)]
  return sql`json_build_object('slug', ${r}.slug, 'number', ${r}.number, 'day', to_char(${r}.day, 'YYYY-MM-DD'), 'issuer', ${i}.short_name)`
}

/** Statuses as believed then, those in force on the day first. */
export function statusesBy({ day, known }: AsOf) {
  const state = sql`case when s.during @> ${day}::date then 'current' when lower(s.during) > ${day}::date then 'ahead' else 'past' end`
  return sql`select coalesce(json_agg(json_build_object('direction', d.code, 'title', v.title, 'tier', s.tier,
      'from', to_char(lower(s.during), 'YYYY-MM-DD'), 'to', to_char(upper(s.during), 'YYYY-MM-DD'), 'state', ${state},
      'order', ${order('b')}, 'endedBy', case when nr.id is not null then ${order('n')} end,
      'suspended', coalesce(no.act = 'suspend', false))
      order by array_position(array['current', 'ahead', 'past'], ${state}), lower(s.during) desc, v.position), '[]')
    from statuses s join direction_versions v on v.id = s.direction_version_id join directions d on d.id = v.direction_id
    join order_items bo on bo.id = s.begin_item_id join orders br on br.id = bo.order_id join organisations bi on bi.id = br.issuer_id
    left join order_items no on no.id = s.end_item_id left join orders nr on nr.id = no.order_id
    left join organisations ni on ni.id = nr.issuer_id
    where s.person_id = p.id and ${believed(known)} and not isempty(s.during)`
}
