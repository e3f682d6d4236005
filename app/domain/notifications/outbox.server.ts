/** The outbox as the administrator sees it: closed data, so each look gives a reason and leaves an entry in the log. */
import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { accountRules } from '#app/domain/accounts/rules.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'

export interface OutboxMail {
  id: string
  address: string
  subject: string
  body: string
  createdAt: Date
  sentAt: Date | null
  problem: string | null
}

/** A page of letters, newest first; `before` is the id of the last one shown. */
export async function readOutbox(
  ctx: ActingCtx,
  reason: string,
  before?: string,
  limit = 30,
): Promise<{ rows: OutboxMail[]; next?: string }> {
  authorize(accountRules.seeOutbox, ctx.actor, {})
  if (reason.trim() === '') throw new Problem('reason-needed', {}, 'reason')
  const rows = await ctx.db.execute<
    Omit<OutboxMail, 'createdAt' | 'sentAt'> & { createdAt: string; sentAt: string | null }
  >(sql`
    select id, address, subject, body, created_at as "createdAt", sent_at as "sentAt", problem
    from closed_outbox(${ctx.actor.personId}, ${reason}, ${uuidv7()}, ${before ?? null}::uuid, ${limit + 1})`)
  const page = rows.slice(0, limit).map((row) => {
    return {
      ...row,
      createdAt: new Date(row.createdAt),
      sentAt: row.sentAt === null ? null : new Date(row.sentAt),
    }
  })
  const next = rows.length > limit ? page.at(-1)?.id : undefined
  return { rows: page, ...(next ? { next } : {}) }
}
