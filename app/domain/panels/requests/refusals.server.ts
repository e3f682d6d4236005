/**
 * How many of a hundred invited people refuse: the ledger of invitations of some months, with what is believed before there
 * is one added. One rate for everybody, because it stands in public protocols; those of persons stay in the list.
 */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import { monthsAgo } from './limiting.server.ts'

export async function refusalRate(ctx: Ctx): Promise<number> {
  const { months, refused, of } = content().settings.panels.refusals
  const [row] = await ctx.db.execute<{ asked: number; lost: number }>(sql`select count(*)::int as asked,
      (count(*) filter (where i.answer <> 'accepted'))::int as lost from invitations i
    where i.answer in ('accepted', 'declined', 'expired') and i.sent_at >= ${monthsAgo(ctx, months)}::date`)
  const { asked = 0, lost = 0 } = row ?? {}
  return Math.min(99, Math.max(1, Math.round(((lost + refused) * 100) / (asked + of))))
}
