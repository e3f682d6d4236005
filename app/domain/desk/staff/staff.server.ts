/** The desk of an organisation or a municipality: own applicants by step, own experts, what they take part in, gaps. */
import { sql } from 'drizzle-orm'
import type { Stage } from '#app/domain/assessment/way/stage.ts'
import { stageSql } from '#app/domain/assessment/way/stages.server.ts'
import { type ActingCtx, viewerOf } from '#app/domain/ctx.ts'
import { authorize } from '#app/domain/rules.ts'
import { staffApplication } from '#db/reach/applications.ts'
import { ownOrganisations, ownPeople } from '#db/reach/staff.ts'
import { applications } from '#db/schema/index.ts'
import { staffRules } from './rules.ts'

const by = ['nomination.create']
const people = (ctx: ActingCtx) => ownPeople(viewerOf(ctx), by)
const organisations = (ctx: ActingCtx) => ownOrganisations(viewerOf(ctx), by)

/** How many own applicants are at each step. Problem('forbidden') for whom there is no desk. */
export async function applicantsByStage(ctx: ActingCtx) {
  authorize(staffRules.see, ctx.actor, {})
  const rows = await ctx.db
    .select({ stage: stageSql().as('stage'), count: sql<number>`count(*)::int` })
    .from(applications)
    .where(staffApplication(viewerOf(ctx)))
    .groupBy(sql`1`)
  return new Map<Stage, number>(rows.map(({ stage, count }) => [stage, count]))
}

/** Own people whose consent or survey is waited for, the longest first; no answers of theirs. */
export async function waitedFor(ctx: ActingCtx, limit = 100) {
  const rows = await ctx.db.execute<{
    number: number
    name: string
    direction: string
    state: 'nominated' | 'survey'
    due: string | null
    letter: string | null
  }>(sql`select applications.number, applications.state, to_char(applications.due, 'YYYY-MM-DD') as due,
      trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name, v.short_title as direction,
      l.number as letter
    from applications join people p on p.id = applications.person_id
    join direction_versions v on v.id = applications.direction_version_id
    left join nomination_letters l on l.id = applications.letter_id
    where applications.state in ('nominated', 'survey') and ${staffApplication(viewerOf(ctx))}
    order by applications.number limit ${limit}`)
  return [...rows]
}

/** Directions of the list in force with the number of own experts, and in how many own organisations they work. */
export async function coverageOf(ctx: ActingCtx) {
  const { today } = ctx.actor
  const rows = await ctx.db.execute<{ title: string; code: string; experts: number; places: number }>(sql`
    select v.short_title as title, d.code,
      (select count(distinct s.person_id)::int from statuses s join direction_versions w on w.id = s.direction_version_id
        where w.direction_id = d.id and upper_inf(s.known) and s.during @> ${today}::date
          and s.person_id in (${people(ctx)})) as experts,
      (select count(distinct e.organisation_id)::int from employments e
        join statuses s on s.person_id = e.person_id and upper_inf(s.known) and s.during @> ${today}::date
        join direction_versions w on w.id = s.direction_version_id and w.direction_id = d.id
        where e.during @> ${today}::date and e.organisation_id in (${organisations(ctx)})) as places
    from direction_versions v join directions d on d.id = v.direction_id join direction_lists l on l.id = v.list_id
    where l.during @> ${today}::date order by v.position`)
  return [...rows]
}

/** One own organisation in the report. */
export interface StaffPlace {
  name: string
  experts: number
  applicants: number
  waits: number
  invited: number
  answered: number
  takesPart: number
  checked: number
  [key: string]: unknown
}

/** Own organisations of today with their experts, applicants, invitations and the check of the year. */
export async function reportOf(ctx: ActingCtx, year: number): Promise<StaffPlace[]> {
  authorize(staffRules.see, ctx.actor, {})
  const { today } = ctx.actor
  const worker = sql`select e.person_id from employments e where e.organisation_id = o.id and e.during @> ${today}::date`
  const held = sql`from statuses s where s.person_id in (${worker}) and upper_inf(s.known) and s.during @> ${today}::date`
  const asked = sql`from invitations i join seats t on t.id = i.seat_id where t.person_id in (${worker})
    and i.sent_at >= ${`${year}-01-01`}::date`
  const rows = await ctx.db.execute<StaffPlace>(sql`
    select o.short_name as name, (select count(distinct s.person_id)::int ${held}) as experts,
      (select count(*)::int from applications a where a.person_id in (${worker})
        and a.state in ('nominated', 'survey', 'review', 'admitted', 'appealed')) as applicants,
      (select count(*)::int from applications a where a.person_id in (${worker}) and a.state = 'nominated') as waits,
      (select count(*)::int ${asked}) as invited,
      (select count(*)::int ${asked} and i.answer in ('accepted', 'declined')) as answered,
      (select count(distinct g.person_id)::int from engagements g where g.person_id in (${worker})
        and g.during && daterange(${`${year}-01-01`}::date, null)) as "takesPart",
      (select count(distinct c.person_id)::int from staff_checks c where c.organisation_id = o.id
        and c.year = ${year} and c.person_id in (${worker})) as checked
    from organisations o where o.id in (${organisations(ctx)}) and o.during @> ${today}::date
    order by o.short_name limit 1000`)
  return [...rows]
}

/** What own experts are invited to and take part in, the newest first: expertises with the answer, discussions. */
export async function participationOf(ctx: ActingCtx, limit = 100) {
  const rows = await ctx.db.execute<{
    id: string
    title: string
    kind: 'panel' | 'discussion'
    invited: number
    answered: number
    takesPart: number
  }>(sql`
    select p.id, p.title, 'panel' as kind, count(*)::int as invited,
      count(*) filter (where i.answer in ('accepted', 'declined'))::int as answered,
      count(*) filter (where i.answer = 'accepted')::int as "takesPart", max(i.sent_at) as at
    from invitations i join seats t on t.id = i.seat_id join panels p on p.id = t.panel_id
    where t.person_id in (${people(ctx)}) group by p.id, p.title
    union all
    select g.object_id, max(g.title), 'discussion', 0, 0, count(distinct g.person_id)::int, max(g.recorded_at)
    from engagements g where g.kind = 'discussion' and g.person_id in (${people(ctx)}) group by g.object_id
    order by at desc limit ${limit}`)
  return rows.map(({ id, title, kind, invited, answered, takesPart }) => {
    return { id, title, kind, invited, answered, takesPart }
  })
}
