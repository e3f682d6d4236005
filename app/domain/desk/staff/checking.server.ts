/**
 * Checking: once a year an organisation says of each own expert and applicant whether work and post are right.
 *
 * The answer changes no card by itself: what has changed is for whoever keeps the registry. A later answer replaces an
 * earlier one of the year.
 */
import { sql } from 'drizzle-orm'
import { type ActingCtx, atomically, viewerOf } from '#app/domain/ctx.ts'
import { recordAll } from '#app/domain/log.server.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { ownOrganisations } from '#db/reach/staff.ts'
import { staffChecks } from '#db/schema/index.ts'
import type { StaffCheckValue } from './forms.ts'
import { staffRules } from './rules.ts'

interface Checked {
  /** of the employment: where a page ends */
  id: string
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

interface Asked {
  limit?: number
  /** the employment after which the page begins */
  after?: string | undefined
  /** only those of whom nothing was said yet */
  unsaid?: boolean
  /** only these registry numbers */
  numbers?: readonly number[]
}

/** Own experts and applicants with what was said of each in the year, by name. */
export async function staffToCheck(
  ctx: ActingCtx,
  year: number,
  { limit = 50, after, unsaid = false, numbers }: Asked = {},
): Promise<{ rows: Checked[]; next: string | null }> {
  authorize(staffRules.see, ctx.actor, {})
  const rows = await ctx.db.execute<Checked>(sql`
    select e.id, p.id as "personId", o.id as "organisationId", p.number, e.post, o.short_name as work, k.verdict,
      case when o.tier in ('municipal', 'institutional') then o.municipality_id end as "municipalityId",
      trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name
    ${checkedFrom(ctx, year)}
      and ${unsaid ? sql`k.verdict is null` : sql`true`}
      and ${numbers ? sql`p.number in ${[0, ...numbers]}` : sql`true`}
      and ${
        after
          ? sql`(p.family_name, p.given_name, p.number, e.id) > (select q.family_name, q.given_name, q.number, f.id
              from employments f join people q on q.id = f.person_id where f.id = ${after})`
          : sql`true`
      }
    order by p.family_name, p.given_name, p.number, e.id limit ${limit + 1}`)
  return { rows: rows.slice(0, limit), next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null }
}

/** How many of them were spoken of in the year. */
export async function checkedShare(ctx: ActingCtx, year: number): Promise<{ done: number; all: number }> {
  authorize(staffRules.see, ctx.actor, {})
  const [row] = await ctx.db.execute<{ done: number; all: number }>(
    sql`select count(*)::int as all, count(k.verdict)::int as done ${checkedFrom(ctx, year)}`,
  )
  return row ?? { done: 0, all: 0 }
}

function checkedFrom(ctx: ActingCtx, year: number) {
  const { today } = ctx.actor
  return sql`from employments e join people p on p.id = e.person_id join organisations o on o.id = e.organisation_id
    left join lateral (select c.verdict from staff_checks c where c.organisation_id = o.id and c.person_id = p.id
      and c.year = ${year} order by c.id desc limit 1) k on true
    where e.during @> ${today}::date and o.id in (${ownOrganisations(viewerOf(ctx), ['nomination.create'])})
      and (exists (select from statuses s where s.person_id = p.id and upper_inf(s.known) and s.during @> ${today}::date)
        or exists (select from applications a where a.person_id = p.id
          and a.state in ('nominated', 'survey', 'review', 'admitted', 'appealed')))`
}

/** Says it of these people; `others`: of all of them of whom nothing was said. Of others than one's own is Problem('not-found'). */
export async function checkStaff(ctx: ActingCtx, { rows, others }: StaffCheckValue): Promise<number> {
  const year = Number(ctx.actor.today.slice(0, 4))
  return atomically(ctx, async (ctx) => {
    const numbers = rows.map(({ person }) => person)
    // who works in two own organisations is spoken of in both
    const own = (await staffToCheck(ctx, year, { numbers, limit: numbers.length * 20 })).rows
    const said = rows.flatMap(({ person, verdict = others, note }) => {
      if (!verdict) return []
      const works = own.filter(({ number }) => number === person)
      found(works[0])
      return works.flatMap((one) => {
        const { personId, organisationId, municipalityId } = one
        authorize(staffRules.check, ctx.actor, { organisationId, municipalityId })
        const left = others !== undefined && one.verdict !== null && note === ''
        if (left || (one.verdict === verdict && note === '')) return []
        return [{ personId, organisationId, year, verdict, note }]
      })
    })
    if (said.length === 0) return 0
    const by = { byId: ctx.actor.personId, at: ctx.now }
    await ctx.db.insert(staffChecks).values(said.map((one) => ({ ...one, ...by })))
    await recordAll(
      ctx,
      'staff.checked',
      said.map(({ personId: id, verdict }) => ({ object: { kind: 'person', id }, facts: { year, verdict } })),
    )
    return said.length
  })
}
