/** The way of an own remark: received, given to an executor, decided, in the text, in the summary, the outcome; with days. */
import { sql } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import type { OutcomeKind } from '#app/domain/reviews/summary/outcome-kind.ts'

export type WayStep =
  | { kind: 'received' | 'assigned' | 'decided' | 'summary' | 'cancelled'; at: Date }
  | { kind: 'version'; at: Date; number: number }
  | { kind: 'outcome'; day: string; outcome: OutcomeKind }

type Row = {
  id: string
  receivedAt: string
  assignedAt: string | null
  decidedAt: string | null
  version: number | null
  versionAt: string | null
  summaryAt: string | null
  cancelledAt: string | null
  outcome: OutcomeKind | null
  outcomeDay: string | null
}

/** The steps so far of each of the actor's own remarks, by id, in their order. Who prepares an answer is not told. */
export async function waysOf(ctx: ActingCtx): Promise<Map<string, WayStep[]>> {
  const rows = await ctx.db.execute<Row>(sql`
    select r.id, r.received_at as "receivedAt", e.at as "assignedAt", d.decided_at as "decidedAt",
      v.number as version, v.published_at as "versionAt", s.at as "summaryAt", c.cancelled_at as "cancelledAt",
      o.kind as outcome, o.day::text as "outcomeDay"
    from remarks r
    left join lateral (select min(a.assigned_at) as at from remark_assignments a where a.remark_id = r.id) e on true
    left join decisions d on d.remark_id = r.id and d.superseded_by_id is null
    left join versions v on v.id = d.changed_version_id
    left join lateral (select min(x.published_at) as at from summaries x where x.draft_id = r.draft_id) s on true
    left join discussions c on c.draft_id = r.draft_id
    left join lateral (select x.kind, x.day from outcomes x where x.draft_id = r.draft_id order by x.id desc limit 1) o on true
    where r.author_id = ${ctx.actor.personId}`)
  return new Map(rows.map((row) => [row.id, stepsOf(row)]))
}

function stepsOf(row: Row): WayStep[] {
  const dated = (kind: Exclude<WayStep['kind'], 'version' | 'outcome'>, at: string | null): WayStep[] =>
    at === null ? [] : [{ kind, at: new Date(at) }]
  const version: WayStep[] =
    row.version === null || row.versionAt === null
      ? []
      : [{ kind: 'version', at: new Date(row.versionAt), number: row.version }]
  const outcome: WayStep[] =
    row.outcome === null || row.outcomeDay === null
      ? []
      : [{ kind: 'outcome', day: row.outcomeDay, outcome: row.outcome }]
  return [
    ...dated('received', row.receivedAt),
    ...dated('assigned', row.assignedAt),
    ...dated('decided', row.decidedAt),
    ...version,
    ...dated('summary', row.summaryAt),
    ...dated('cancelled', row.cancelledAt),
    ...outcome,
  ]
}
