/** A nomination that is taken back ends the link that its letter brought to somebody whom the registry does not know. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'

/** Ends living links of these people who have neither a status nor another open application. */
export async function endNomineeLinks(ctx: Ctx, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  await ctx.db.execute(sql`
    update activation_codes c set ended_at = ${ctx.now.toISOString()}::timestamptz
    where c.person_id in ${[...people]} and c.kind = 'letter' and c.used_at is null and c.ended_at is null
      and not exists (select from statuses s where s.person_id = c.person_id)
      and not exists (select from applications a where a.person_id = c.person_id
        and a.state not in ('declined', 'withdrawn', 'refused', 'closed'))`)
}
