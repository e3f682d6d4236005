/**
 * The pool of a panel in SQL: one row for everybody who is an expert today in a direction of the panel, with ground for
 * publication, and what the ledgers of engagements and invitations say. All ways of choosing and the page of the list
 * read these same rows; conflicts and limits are judged over them.
 */
import { type SQL, sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import type { PanelState } from '#app/domain/panels/facts.server.ts'
import { type KeptLimits, monthsAgo } from '#app/domain/panels/requests/limiting.server.ts'
import { content } from '#content/load.ts'
import {
  engagementsShown,
  expertiseFinished,
  goingOn,
  inForce,
  nameShown,
  openFullName,
  workShown,
} from '#db/reach/experts.ts'

/** A row of the pool; days as text. */
export type Pooled = {
  person_id: string
  number: number
  name: string
  organisation_id: string | null
  organisation: string | null
  municipality_id: string | null
  municipality: string | null
  directions: Record<string, string>
  since: string
  finished: number
  current: number
  nominator_id: string | null
  going: number
  lately: number
  rested: string | null
  developer: string | null
  invited: number
  refused: number
  /** day of the last invitation, of any panel */
  last_asked: string | null
}

/** A query for the rows, in no order. Who declined this panel is left out, and who keeps its papers: a secretary has no vote. */
export function poolOf(ctx: Ctx, panel: PanelState['panel'], limits: KeptLimits): SQL {
  const today = dayOf(ctx.now, ctx.zone)
  const codes = content().tiers.map(({ code }) => code)
  const tiers = codes.slice(0, codes.indexOf(panel.tier) + 1)
  return sql`
    with able as (
      select s.person_id, jsonb_object_agg(s.direction_version_id, (select to_char(min(lower(f.during)), 'YYYY-MM-DD')
        from statuses f where f.person_id = s.person_id and f.direction_version_id = s.direction_version_id
          and upper_inf(f.known))) as directions
      from statuses s join panel_directions d on d.direction_version_id = s.direction_version_id and d.panel_id = ${panel.id}
      where ${inForce(today)}
        and s.tier in (${sql.join(
          tiers.map((tier) => sql`${tier}`),
          sql`, `,
        )})
      group by s.person_id)
    select a.person_id, p.number, a.directions,
      ${openFullName('p')} as name,
      o.id as organisation_id, m.id as municipality_id,
      case when ${workShown(sql`a.person_id`)} then o.short_name end as organisation,
      case when ${workShown(sql`a.person_id`)} then m.name end as municipality,
      (select to_char(min(lower(s.during)), 'YYYY-MM-DD') from statuses s
        where s.person_id = a.person_id and upper_inf(s.known)) as since,
      case when ${engagementsShown(sql`a.person_id`)} then (select count(*)::int from engagements e
        where e.person_id = a.person_id and ${expertiseFinished}) else 0 end as finished,
      (select count(*)::int from engagements e where e.person_id = a.person_id and ${goingOn(today)}) as current,
      (select l.organisation_id from applications n join nomination_letters l on l.id = n.letter_id
        where n.person_id = a.person_id order by n.number desc limit 1) as nominator_id,
      g.going, g.lately, g.rested, g.developer, r.invited, r.refused, r.last_asked
    from able a join people p on p.id = a.person_id
    left join lateral (select e.organisation_id from employments e
      where e.person_id = a.person_id and e.during @> ${today}::date order by lower(e.during) desc, e.id limit 1) w on true
    left join organisations o on o.id = w.organisation_id
    left join municipalities m on m.id = o.municipality_id
    left join lateral (${ledger(ctx, panel, limits, today)}) g on true
    left join lateral (select (count(*) filter (where i.answer in ('accepted', 'declined', 'expired')))::int as invited,
        (count(*) filter (where i.answer in ('declined', 'expired')))::int as refused,
        to_char(max(i.sent_at) at time zone ${ctx.zone}, 'YYYY-MM-DD') as last_asked
      from seats x join invitations i on i.seat_id = x.id
      where x.person_id = a.person_id) r on true
    where p.merged_into_id is null
      and ${nameShown(sql`a.person_id`)}
      and a.person_id is distinct from ${panel.secretaryId}::uuid
      and not exists (select 1 from seats x where x.panel_id = ${panel.id} and x.person_id = a.person_id
        and x.left_at is not null and exists (select 1 from invitations i where i.seat_id = x.id and i.answer in ('declined', 'expired')))
      ${notYet(sql`a.person_id`, today)}`
}

/** «Не сейчас»: nobody is asked before the day they named, whatever the panel. */
const notYet = (personId: SQL, today: string) => sql`and not exists (select 1 from invitations i
  join seats x on x.id = i.seat_id where x.person_id = ${personId} and i.answer = 'later' and i.ask_after > ${today}::date)`

/** What the ledger of engagements says of person `a.person_id`, this panel aside; days as text. */
function ledger(ctx: Ctx, panel: PanelState['panel'], limits: KeptLimits, today: string) {
  const since = monthsAgo(ctx, limits.periodMonths ?? 0)
  return sql`select (count(*) filter (where ${goingOn(today)}))::int as going,
      (count(*) filter (where e.outcome <> 'left' and e.during && daterange(${since}::date, null)))::int as lately,
      to_char(max(upper(e.during)) filter (where ${expertiseFinished}) - 1, 'YYYY-MM-DD') as rested,
      to_char(max(lower(e.during)) filter (where e.outcome <> 'left'
        and x.organisation_id = ${panel.organisationId}::uuid), 'YYYY-MM-DD') as developer
    from engagements e left join panels x on x.id = e.object_id
    where e.person_id = a.person_id and e.kind = 'panel' and e.object_id <> ${panel.id}::uuid`
}
