/** How often people were asked, how often they declined, when last, and what they work on now; for those who select. */
import { sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { goingOn } from '#db/reach/experts.ts'

export interface Asked {
  asked: number
  /** «не сейчас» and being released are no refusal */
  declined: number
  lastDay: string | null
  current: number
}

/** Person → what the ledgers say, over all panels. */
export async function askedOf(ctx: Ctx, personIds: readonly string[]): Promise<Map<string, Asked>> {
  if (personIds.length === 0) return new Map()
  const today = dayOf(ctx.now, ctx.zone)
  const rows = await ctx.db.execute<Asked & { id: string } & Record<string, unknown>>(sql`
    select p.id, i.asked, i.declined, i."lastDay",
      (select count(*)::int from engagements e where e.person_id = p.id and ${goingOn(today)}) as current
    from people p
    cross join lateral (select count(*)::int as asked,
        (count(*) filter (where v.answer in ('declined', 'expired')))::int as declined,
        to_char(max(v.sent_at) at time zone ${ctx.zone}, 'YYYY-MM-DD') as "lastDay"
      from invitations v join seats s on s.id = v.seat_id where s.person_id = p.id) i
    where p.id in ${[...personIds]}`)
  return new Map(
    rows.map(({ id, asked, declined, lastDay, current }) => [id, { asked, declined, lastDay, current }]),
  )
}
