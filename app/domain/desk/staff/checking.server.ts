/**
 * Checking: once a year an organisation says of each own expert and applicant whether work and post are right.
 *
 * The answer changes no card by itself: what has changed is for whoever keeps the registry. A later answer replaces an
 * earlier one of the year.
 */
import { sql } from 'drizzle-orm'
import { type ActingCtx, atomically, viewerOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { ownOrganisations } from '#db/reach/staff.ts'
import { staffChecks } from '#db/schema/index.ts'
import type { StaffCheckValue } from './forms.ts'
import { staffRules } from './rules.ts'

interface Checked {
  personId: string
  organisationId: string
  municipalityId: string | null
  number: number
  name: string
  post: string
  work: string
  verdict: 'right' | 'changed' | 'left' | null
  [key: string]: unknown
}

/** Own experts and applicants with what was said of each in the year; unsaid first. */
export async function staffToCheck(ctx: ActingCtx, year: number, limit = 200): Promise<Checked[]> {
  authorize(staffRules.see, ctx.actor, {})
  const { today } = ctx.actor
  const rows = await ctx.db.execute<Checked>(sql`
    select p.id as "personId", o.id as "organisationId", o.municipality_id as "municipalityId", p.number,
      trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name, e.post, o.short_name as work,
      k.verdict
    from employments e join people p on p.id = e.person_id join organisations o on o.id = e.organisation_id
    left join lateral (select c.verdict from staff_checks c where c.organisation_id = o.id and c.person_id = p.id
      and c.year = ${year} order by c.id desc limit 1) k on true
    where e.during @> ${today}::date and o.id in (${ownOrganisations(viewerOf(ctx), ['nomination.create'])})
      and (exists (select from statuses s where s.person_id = p.id and upper_inf(s.known) and s.during @> ${today}::date)
        or exists (select from applications a where a.person_id = p.id
          and a.state in ('nominated', 'survey', 'review', 'admitted', 'appealed')))
    order by k.verdict is not null, p.family_name, p.given_name, p.number limit ${limit}`)
  return [...rows]
}

/** How many of them were spoken of in the year. */
export async function checkedShare(ctx: ActingCtx, year: number): Promise<{ done: number; all: number }> {
  const rows = await staffToCheck(ctx, year, 100_000)
  return { done: rows.filter(({ verdict }) => verdict !== null).length, all: rows.length }
}

/** Says it of these people; of others than one's own is Problem('not-found'). */
export async function checkStaff(ctx: ActingCtx, { rows }: StaffCheckValue): Promise<number> {
  const year = Number(ctx.actor.today.slice(0, 4))
  return atomically(ctx, async (ctx) => {
    const own = await staffToCheck(ctx, year, 100_000)
    let said = 0
    for (const { person, verdict, note } of rows) {
      if (!verdict) continue
      const one = found(own.find(({ number }) => number === person))
      const { personId, organisationId, municipalityId } = one
      authorize(staffRules.check, ctx.actor, { organisationId, municipalityId })
      if (one.verdict === verdict && note === '') continue
      const about = { personId, organisationId, year, verdict, note }
      await ctx.db.insert(staffChecks).values({ ...about, byId: ctx.actor.personId, at: ctx.now })
      await record(ctx, 'staff.checked', { kind: 'person', id: personId }, { year, verdict })
      said += 1
    }
    return said
  })
}
