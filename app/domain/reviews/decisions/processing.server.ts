/** What the working table knows of each remark beside its words: executor, day, recommendation, group. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import type { DecisionKind } from '#content/types.ts'
import type { GroupKind } from './grouping.server.ts'

export type WorkShown = {
  executorId: string | null
  executor: string | null
  dueDay: string | null
  recommended: { decision: DecisionKind; reason: string; by: string } | null
  group: { id: string; kind: GroupKind; size: number } | null
}

/** Work on the remarks of a draft by remark id. For the developer's people: the caller has asked. */
export async function workOn(ctx: Ctx, draftId: string): Promise<Map<string, WorkShown>> {
  const name = sql`concat_ws(' ', p.family_name, p.given_name)`
  const rows = await ctx.db.execute<WorkShown & { id: string }>(sql`
    select m.id, a.executor_id as "executorId", (select ${name} from people p where p.id = a.executor_id) as executor,
      a.due_day::text as "dueDay",
      (select json_build_object('decision', c.decision, 'reason', c.reason, 'by', ${name}) from recommendations c
        join people p on p.id = c.recommended_by_id where c.remark_id = m.id order by c.id desc limit 1) as recommended,
      case when g.id is not null then json_build_object('id', g.id, 'kind', g.kind, 'size',
        (select count(*) from group_members x where x.group_id = g.id and x.removed_at is null)) end as "group"
    from remarks m
    left join remark_assignments a on a.remark_id = m.id and a.ended_at is null
    left join group_members gm on gm.remark_id = m.id and gm.removed_at is null
    left join remark_groups g on g.id = gm.group_id
    where m.draft_id = ${draftId}`)
  return new Map(rows.map(({ id, ...work }) => [id, work]))
}
