/**
 * A published summary as it may be read today: nothing that moderation covered since, nothing that it gave back.
 *
 * The frozen body keeps the first form of every text. Where moderation returned words and their author corrected them,
 * readers get the corrected ones; the hash beside the row stays that of the row as published.
 */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import type { RemarkShown } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { nameShownOf } from '#db/reach/reviews.ts'
import { type SummaryBody, veiledRow } from './summary-body.ts'

type Row = SummaryBody['rows'][number]
type Text = { id: string; body: string; hidden: boolean }
export interface Asides {
  /** by number of the remark, oldest first */
  objections: ReadonlyMap<number, readonly Text[]>
  dissents: ReadonlyMap<string, Text & { positionId: string }>
  /** by number of its remarks */
  positions: ReadonlyMap<number, string>
  /** names of those who think otherwise, by public number */
  names: ReadonlyMap<number, string>
}

/** The asides of a draft's summary. The caller has asked for reach. */
export async function asidesOf(ctx: Ctx, draftId: string): Promise<Asides> {
  const said = await ctx.db.execute<Text & { number: number }>(sql`
    select o.id, r.number, o.body, o.hidden_at is not null as hidden
    from record_objections o join remarks r on r.id = o.remark_id where r.draft_id = ${draftId} order by o.id`)
  const beside = await ctx.db.execute<Text & { number: number; name: string | null; positionId: string }>(sql`
    select d.id, p.number, d.body, d.hidden_at is not null as hidden, s.id as "positionId",
      case when ${nameShownOf(sql`p.id`)}
        then concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) end as name
    from dissents d join people p on p.id = d.person_id join inner_discussions i on i.draft_id = d.draft_id
    join positions s on s.id = i.position_id where s.draft_id = ${draftId}`)
  const filed = await ctx.db.execute<{ number: number; id: string }>(sql`
    select number, position_id as id from remarks where draft_id = ${draftId} and position_id is not null`)
  const objections = new Map<number, Text[]>()
  for (const { number, ...text } of said) objections.set(number, [...(objections.get(number) ?? []), text])
  return {
    objections,
    dissents: new Map(beside.map((one) => [one.id, one])),
    positions: new Map(filed.map(({ number, id }) => [number, id])),
    names: new Map(beside.flatMap(({ number, name }) => (name ? [[number, name] as const] : []))),
  }
}

/** Numbers of the remarks whose words moderation gave back to their authors at this moment or later. */
export async function returnedSince(ctx: Ctx, draftId: string, since: Date): Promise<Set<number>> {
  const rows = await ctx.db.execute<{ number: number }>(sql`select distinct r.number
    from interventions i join remarks r on r.id = i.object_id
    where i.object_kind = 'remark' and i.step = 'returned' and i.at >= ${since.toISOString()}::timestamptz
      and r.draft_id = ${draftId}`)
  return new Set(rows.map(({ number }) => number))
}

/**
 * The frozen rows with the words of today where moderation touched them. `now` are the remarks of today by number,
 * `returned` those that moderation gave back after the publication.
 */
export function rowsOfToday(
  rows: readonly Row[],
  now: ReadonlyMap<number, RemarkShown>,
  returned: ReadonlySet<number>,
  asides: Asides,
): Row[] {
  return besideStanding(
    rows.map((row) => spoken(row, now.get(row.number), returned.has(row.number), asides)),
    asides,
  )
}

function spoken(row: Row, now: RemarkShown | undefined, returned: boolean, { objections }: Asides): Row {
  if (!now) return row
  if (now.hidden) return veiledRow(row)
  const { body, replacement, grounds, sources } = now
  // What was covered when the summary came out and is let through today has no frozen words.
  const words = returned || row.hidden ? { body, replacement, grounds, sources, hidden: false } : {}
  return { ...row, ...words, ...(row.objections && { objections: objected(row, objections) }) }
}

/** Objections of older summaries have no id: none of them could be covered then, so each stands at its place. */
function objected({ number, objections: frozen = [] }: Row, today: Asides['objections']) {
  const texts = today.get(number) ?? []
  return frozen.flatMap((one, at) => {
    const text = one.id === undefined ? texts[at] : texts.find(({ id }) => id === one.id)
    if (!text) return [one]
    return text.hidden ? [] : [{ ...one, body: text.body }]
  })
}

/** Opinions stand beside the first row of their position whose words stand, as before the publication; else nowhere. */
function besideStanding(rows: readonly Row[], { dissents, positions }: Asides): Row[] {
  const published = rows.flatMap((row) =>
    (row.dissents ?? []).map((one) => ({
      one,
      text: dissents.get(one.id),
      positionId: dissents.get(one.id)?.positionId ?? positions.get(row.number),
    })),
  )
  const seated = new Set<string>()
  return rows.map((row) => {
    const positionId = positions.get(row.number)
    if (!row.dissents) return row
    if (row.hidden || !positionId || seated.has(positionId)) return { ...row, dissents: [] }
    seated.add(positionId)
    const here = published.filter((one) => one.positionId === positionId && !one.text?.hidden)
    return { ...row, dissents: here.map(({ one, text }) => ({ ...one, body: text?.body ?? one.body })) }
  })
}
