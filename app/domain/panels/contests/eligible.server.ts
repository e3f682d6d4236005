/**
 * Who may judge a contest: experts whose status holds today in a direction of a nomination, with ground for publication;
 * and how well each fits, from open facts alone.
 *
 * Competence in a direction is 60 of 100 for the status, and up to 40 more for finished expertises and years, as the
 * settings weigh them. The fit for a nomination is the rounded mean over its directions; who has none of them never gets
 * a seat. Work that goes on today is taken off the load.
 */
import { sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import { engagementsShown, expertiseFinished, goingOn, inForce, nameShown } from '#db/reach/experts.ts'

export interface Eligible {
  personId: string
  number: number
  organisationId: string | null
  municipalityId: string | null
  /** ids of direction versions */
  directions: string[]
  /** 0–40, the same in every direction */
  experience: number
  current: number
}

type Found = {
  person_id: string
  number: number
  organisation_id: string | null
  municipality_id: string | null
  directions: string[]
  since: string
  finished: number
  current: number
}

/** The status itself, and what experience may add. */
const STATUS = 60
const MOST = 100

/** Experts of any of the directions, at this tier or a higher one, by rising number. */
export async function eligibleFor(
  ctx: Ctx,
  tier: string,
  directions: readonly string[],
): Promise<Eligible[]> {
  if (directions.length === 0) return []
  const today = dayOf(ctx.now, ctx.zone)
  const codes = content().tiers.map(({ code }) => code as string)
  const tiers = codes.slice(0, codes.indexOf(tier) + 1)
  const listed = (all: readonly string[]) =>
    sql.join(
      all.map((one) => sql`${one}`),
      sql`, `,
    )
  const rows = await ctx.db.execute<Found>(sql`
    with able as (
      select s.person_id, array_agg(distinct s.direction_version_id::text) as directions
      from statuses s
      where ${inForce(today)} and s.direction_version_id::text in (${listed(directions)}) and s.tier in (${listed(tiers)})
      group by s.person_id)
    select a.person_id, p.number, a.directions, o.id as organisation_id, o.municipality_id,
      (select to_char(min(lower(s.during)), 'YYYY-MM-DD') from statuses s
        where s.person_id = a.person_id and upper_inf(s.known)) as since,
      case when ${engagementsShown(sql`a.person_id`)} then (select count(*)::int from engagements e
        where e.person_id = a.person_id and ${expertiseFinished}) else 0 end as finished,
      (select count(*)::int from engagements e where e.person_id = a.person_id and ${goingOn(today)}) as current
    from able a join people p on p.id = a.person_id
    left join lateral (select e.organisation_id from employments e
      where e.person_id = a.person_id and e.during @> ${today}::date order by lower(e.during) desc, e.id limit 1) w on true
    left join organisations o on o.id = w.organisation_id
    where p.merged_into_id is null and ${nameShown(sql`a.person_id`)}
    order by p.number`)
  const year = Number(today.slice(0, 4))
  return rows.map((row) => ({
    ...{ personId: row.person_id, number: row.number, current: row.current },
    ...{ organisationId: row.organisation_id, municipalityId: row.municipality_id },
    directions: row.directions,
    experience: experienceOf(row.finished, Math.max(0, year - Number(row.since.slice(0, 4)))),
  }))
}

/** 0–40 by what the settings give for expertises and years. */
export function experienceOf(finished: number, years: number): number {
  const { points } = content().settings.panels
  const earned =
    points.finished * Math.min(finished, points.finishedMost) +
    points.year * Math.min(years, points.yearsMost)
  const most = points.finished * points.finishedMost + points.year * points.yearsMost
  return most === 0 ? 0 : Math.round(((MOST - STATUS) * earned) / most)
}

/** The fit of an expert for a nomination, 0–100; 0 is nobody's seat. */
export function fitOf(
  { directions, experience }: Pick<Eligible, 'directions' | 'experience'>,
  asked: readonly string[],
) {
  const held = asked.filter((one) => directions.includes(one)).length
  return asked.length === 0 ? 0 : Math.round((held * (STATUS + experience)) / asked.length)
}
