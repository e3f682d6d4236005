/**
 * The course of a contest that is judged: each work with its answers and sheets, and who waits for whom. Works stand by
 * code alone.
 */
import { sql } from 'drizzle-orm'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { type ContestRow, contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { marksOf } from '#app/domain/panels/contests/ranking/marks.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { calledCriteria } from '#app/domain/panels/rounds/called.ts'
import { sheetRulesOf } from '#app/domain/questionnaires/sheet-rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { nextOf, type WorkCourse } from './next.ts'

/** Problem('forbidden') for who does not work on the contest. */
export async function courseOf(ctx: ActingCtx, number: number) {
  const { contest, facts } = await contestByNumber(ctx, number)
  authorize(contestRules.read, ctx.actor, facts)
  const works = await coursesOf(ctx, contest)
  return { contest, facts, works: works.map((work) => ({ ...work, next: nextOf(work) })) }
}

type Row = Omit<WorkCourse, 'apart'> & Record<string, unknown>

/** Every coded work of a contest that has a panel, in the order of codes. */
export async function coursesOf(ctx: Pick<Ctx, 'db'>, contest: ContestRow): Promise<WorkCourse[]> {
  const rows = await ctx.db.execute<Row>(sql`
    select w.code, p.id as "panelId", p.number as panel, p.size, n.title as nomination,
      p.convened_at is not null as open, c.panel_id is not null as closed,
      count(s.id) filter (where s.standing = 'member')::int as seated,
      count(s.id) filter (where s.standing = 'member' and i.answer = 'accepted')::int as accepted,
      count(s.id) filter (where s.standing = 'member' and i.id is not null and i.answer is null)::int as waiting,
      count(s.id) filter (where s.standing = 'reserve' and i.id is null)::int as spare,
      count(h.id)::int as sheets, count(h.sent_at)::int as sent
    from submissions w
    join contest_nominations n on n.id = w.nomination_id
    join panels p on p.submission_id = w.id and p.cancelled_at is null
    left join sheet_closings c on c.panel_id = p.id
    left join seats s on s.panel_id = p.id and s.left_at is null
    left join invitations i on i.seat_id = s.id
    left join sheets h on h.seat_id = s.id
    where w.contest_id = ${contest.id} and w.code is not null
    group by w.code, p.id, n.title, c.panel_id order by w.code`)
  const { form, works } = await marksOf(ctx, contest)
  const { difference } = sheetRulesOf(form)
  const apart = new Map(
    works.map(({ code, sheets }) => [code, calledCriteria(form, sheets, difference).length] as const),
  )
  return rows.map((row) => ({ ...row, apart: apart.get(row.code) ?? 0 }))
}
