/** Asides of a published summary as they may be read today: what moderation covered since, and who may be named. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { nameShownOf } from '#db/reach/reviews.ts'
import type { SummaryBody } from './summary-body.ts'

type Row = SummaryBody['rows'][number]
export interface Asides {
  /** covered objections: by id, and for rows of older summaries by number of the remark and words */
  objections: ReadonlySet<string>
  dissents: ReadonlySet<string>
  /** names of those who think otherwise, by public number */
  names: ReadonlyMap<number, string>
}

/** The asides of a draft's summary. The caller has asked for reach. */
export async function asidesOf(ctx: Ctx, draftId: string): Promise<Asides> {
  const objections = await ctx.db.execute<{ id: string; number: number; body: string }>(sql`
    select o.id, r.number, o.body from record_objections o join remarks r on r.id = o.remark_id
    where r.draft_id = ${draftId} and o.hidden_at is not null`)
  const dissents = await ctx.db.execute<{
    id: string
    number: number
    name: string | null
    hidden: boolean
  }>(sql`
    select d.id, p.number, d.hidden_at is not null as hidden, case when ${nameShownOf(sql`p.id`)}
      then concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) end as name
    from dissents d join people p on p.id = d.person_id join inner_discussions i on i.draft_id = d.draft_id
    join positions s on s.id = i.position_id where s.draft_id = ${draftId}`)
  return {
    objections: new Set(objections.flatMap(({ id, number, body }) => [id, keyOf(number, body)])),
    dissents: new Set(dissents.flatMap(({ id, hidden }) => (hidden ? [id] : []))),
    names: new Map(dissents.flatMap(({ number, name }) => (name ? [[number, name] as const] : []))),
  }
}

/** A row without its covered asides. */
export function withoutCovered(row: Row, { objections, dissents }: Asides): Row {
  return {
    ...row,
    ...(row.objections && {
      objections: row.objections.filter(({ id, body }) => !objections.has(id ?? keyOf(row.number, body))),
    }),
    ...(row.dissents && { dissents: row.dissents.filter(({ id }) => !dissents.has(id)) }),
  }
}

const keyOf = (number: number, body: string) => `${number}:${body}`
