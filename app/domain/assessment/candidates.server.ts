/** Candidates of a list with what is known of each, and what keeps each out of it. For whoever may see the list. */
import { sql } from 'drizzle-orm'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { monthsAfter } from '#app/domain/experts/registry.ts'
import { statusTermsOn } from '#app/domain/experts/status-terms.server.ts'
import { found } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { consents } from '#db/schema/index.ts'
import { assessedSql } from './closed-results.server.ts'
import { demandsOf } from './demands.server.ts'
import { type CandidateFacts, type GateReason, gateOf } from './gate.ts'
import { bandOf, passes } from './scores.ts'

/** What of a list its candidates are weighed by. */
export interface Weighed {
  id: string
  directionId: string
  directionCode: string
  directionVersionId: string
  tier: string
  effect: 'approves' | 'extends'
  firstDay: string | null
  lastDay: string | null
}

export interface Candidate extends CandidateFacts {
  id: string
  personId: string
  number: number
  name: string
  post: string | null
  work: string | null
  exemption: string
  consentDay: string | null
  attempt: number | null
  reasons: GateReason[]
  passed: boolean | null
  band: string | null
}

type Row = Omit<Candidate, 'exempt' | 'result' | 'reasons' | 'passed' | 'band'> & {
  earned: number | null
  maximum: number | null
  resultDay: string | null
}

/** The candidates by name, each with the reasons of the gate on the actor's day. */
export async function candidatesOf(ctx: Ctx, list: Weighed, today: string): Promise<Candidate[]> {
  const terms = await statusTermsOn(ctx, list.directionId, today)
  const first = list.firstDay ?? today
  const demands = {
    effect: list.effect,
    assessment: demandsOf(list.directionCode).assessment,
    pass: content().instance.pass,
    assessedSince: terms?.reassessMonths ? monthsAfter(first, -terms.reassessMonths) : null,
  }
  const rows = await rowsOf(ctx, list, { today, first })
  return rows.map(({ earned, maximum, resultDay, ...row }) => {
    const result =
      earned === null || maximum === null || resultDay === null ? null : { earned, maximum, day: resultDay }
    const facts = { ...row, result, exempt: terms?.exempt.includes(row.exemption) ?? false }
    return {
      ...facts,
      reasons: gateOf(facts, demands),
      passed: result && passes(result, demands.pass),
      band: result && bandOf(result, content().bands),
    }
  })
}

/** One candidate for whoever enters facts: with the categories that the direction does not assess. Problem('not-found'). */
export async function candidateCard(ctx: ActingCtx, list: Weighed, id: string) {
  const { today } = ctx.actor
  const one = found((await candidatesOf(ctx, list, today)).find((row) => row.id === id))
  const [paper] = await ctx.db
    .select({ signedOn: consents.signedOn })
    .from(consents)
    .where(sql`${consents.personId} = ${one.personId} and ${consents.kind} = 'processing'
      and ${consents.withdrawnAt} is null`)
  const terms = await statusTermsOn(ctx, list.directionId, today)
  const { name, number, consent, consentDay, entrepreneur, exemption, attempt, result } = one
  return {
    ...{ name, number, consent, consentDay, entrepreneur, exemption, attempt, result },
    ...{ onPaper: !!paper?.signedOn, categories: terms?.exempt ?? [] },
  }
}

async function rowsOf(ctx: Ctx, list: Weighed, { today, first }: { today: string; first: string }) {
  // the term as an order would write it, and the days until it begins
  const term = sql`daterange(${first}::date, ${list.lastDay}::date, '[]')`
  const until = sql`daterange(least(${today}::date, ${first}::date), greatest(${today}::date, ${first}::date), '[]')`
  const held = (days: typeof term) => sql`exists (select from statuses s
    join direction_versions v on v.id = s.direction_version_id
    where s.person_id = p.id and s.tier = ${list.tier} and v.direction_id = ${list.directionId}
      and upper_inf(s.known) and not isempty(s.during) and s.during && ${days})`
  const consent = sql`(select case when bool_or(c.withdrawn_at is null) then 'stands' else 'withdrawn' end
    from consents c where c.person_id = p.id and c.kind = 'processing' having count(*) > 0)`
  const listed = sql`array(select x.person_id from candidates x where x.list_id = ${list.id} and x.removed_at is null)`
  const rows = await ctx.db.execute<Row & Record<string, unknown>>(sql`
    select c.id, p.id as "personId", p.number,
      trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name, e.post, o.short_name as work,
      c.exemption, coalesce((select a.state not in ('admitted', 'closed') from applications a
        where a.person_id = p.id and a.direction_id = ${list.directionId} order by a.number desc limit 1), false) as stopped,
      ${held(until)} as holds, ${held(term)} as overlaps,
      coalesce(${consent}, 'none') as consent,
      (select to_char(coalesce(x.signed_on, (x.given_at at time zone ${ctx.zone})::date), 'YYYY-MM-DD') from consents x where x.person_id = p.id
        and x.kind = 'processing' and x.withdrawn_at is null order by x.id desc limit 1) as "consentDay",
      r.entrepreneur, r.attempt, r.earned, r.maximum, to_char(r.day, 'YYYY-MM-DD') as "resultDay"
    from candidates c join people p on p.id = c.person_id
    left join lateral (select t.post, t.organisation_id from employments t
      where t.person_id = p.id and t.during @> ${today}::date order by t.id limit 1) e on true
    left join organisations o on o.id = e.organisation_id
    left join ${assessedSql(ctx, 'gate', list.directionId, listed)} r on r.person_id = p.id
    where c.list_id = ${list.id} and c.removed_at is null
    order by p.family_name, p.given_name, p.patronymic, p.number`)
  return [...rows]
}
