/** Whom a closed read is about: the person by number, and the place by which a right of access reaches them. */
import { type SQL, sql } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize, type Place } from '#app/domain/rules.ts'

export interface ClosedPerson {
  id: string
  number: number
  name: string
  /** of the work today */
  organisationId: string | null
  municipalityId: string | null
  /** in which the person has or had a status, as believed now */
  directionIds: string[]
}

/** The person with this public number. Problem('not-found'). */
export async function closedPerson(ctx: ActingCtx, number: number): Promise<ClosedPerson> {
  return found((await rowsOf(ctx, sql`p.number = ${number} and p.merged_into_id is null`, 1))[0])
}

/** People by number or part of the name, of those whom the actor's right of access reaches; at most 20. */
export async function findClosedPeople(ctx: ActingCtx, asked: string): Promise<ClosedPerson[]> {
  authorize(expertRules.openClosed, ctx.actor, {})
  const wanted = asked.trim().toLowerCase().replaceAll('ё', 'е')
  if (wanted.length < 2 && !/^\d$/.test(wanted)) return []
  const number = /^(?:№\s*)?([1-9]\d{0,8})$/.exec(wanted)?.[1]
  const like = `%${wanted.replace(/[\\%_]/g, '\\$&').replace(/\s+/g, '%')}%`
  const rows = await rowsOf(
    ctx,
    sql`p.merged_into_id is null and ${number ? sql`p.number = ${Number(number)}` : sql`p.name_norm like ${like}`}`,
    50,
  )
  return rows.filter((person) => expertRules.readClosed(ctx.actor, factsOf(person)) === null).slice(0, 20)
}

/** Facts of the rule: the place, and whether an answered request opens these very fields today. */
export function factsOf(person: ClosedPerson, granted = false): Place & { granted: boolean } {
  const { organisationId, municipalityId, directionIds } = person
  return { organisationId, municipalityId, directionIds, granted }
}

async function rowsOf(ctx: ActingCtx, condition: SQL, most: number): Promise<ClosedPerson[]> {
  const rows = await ctx.db.execute<ClosedPerson & Record<string, unknown>>(sql`
    select p.id, p.number, concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as name,
      w.organisation_id as "organisationId", w.municipality_id as "municipalityId",
      array(select distinct v.direction_id from statuses s join direction_versions v on v.id = s.direction_version_id
        where s.person_id = p.id and upper_inf(s.known)) as "directionIds"
    from people p left join lateral (select e.organisation_id,
        case when o.tier in ('municipal', 'institutional') then o.municipality_id end as municipality_id from employments e
      join organisations o on o.id = e.organisation_id
      where e.person_id = p.id and e.during @> ${ctx.actor.today}::date order by lower(e.during) desc, e.id limit 1) w on true
    where ${condition} order by p.family_name, p.given_name, p.number limit ${most}`)
  return [...rows]
}

/** A reason must be one of those that content names. */
export function knownReason(code: string, reasons: readonly { code: string }[]): void {
  if (!reasons.some((reason) => reason.code === code)) throw new Problem('required', {}, 'reasonCode')
}
