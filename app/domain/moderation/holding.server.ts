/**
 * Holding: the first texts of a new account wait for a moderator until one of them is let through.
 *
 * New is an account without a confirmed mailbox or with one confirmed lately (content: `newcomers`); nobody is new who
 * holds a role or a status, or of whom a text was let through. What waits has its number and its moment from the start.
 */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { moderationCases } from '#db/schema/index.ts'
import { type About, openCase } from './opening.server.ts'
import type { Veil } from './texts.ts'

export interface Held {
  hiddenAt: Date
  veil: Veil
}

/**
 * The columns that cover a text which its author sends now, or nothing when it needs no check. Runs in the command
 * that stores the text; Problem('newcomer-wait') when as many wait already as may.
 */
export async function holdNewcomer(
  ctx: ActingCtx,
  about: Omit<About, 'authorId'>,
  facts: Record<string, string | number> = {},
): Promise<Held | Record<string, never>> {
  const { personId } = ctx.actor
  if (!(await isNewcomer(ctx, personId))) return {}
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`newcomer:${personId}`}))`)
  const { texts } = content().settings.newcomers
  const [waiting] = await ctx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(moderationCases)
    .where(
      and(
        eq(moderationCases.authorId, personId),
        eq(moderationCases.origin, 'newcomer'),
        isNull(moderationCases.closedAt),
      ),
    )
  if ((waiting?.n ?? 0) >= texts) throw new Problem('newcomer-wait', { n: texts })
  return held(ctx, { ...about, authorId: personId }, facts)
}

/**
 * The same for words that somebody else's act makes public, as the opinions beside a position that is signed: however
 * many texts of their author wait already, the act is not refused.
 */
export async function holdMadePublic(
  ctx: ActingCtx,
  about: About & { authorId: string },
  facts: Record<string, string | number> = {},
): Promise<Held | Record<string, never>> {
  return (await isNewcomer(ctx, about.authorId)) ? held(ctx, about, facts) : {}
}

async function held(ctx: ActingCtx, about: About, facts: Record<string, string | number>): Promise<Held> {
  await openCase(ctx, about, 'newcomer', facts)
  return { hiddenAt: ctx.now, veil: 'held' }
}

/** Whether texts of the person are checked before others read them. */
export async function isNewcomer(ctx: ActingCtx, personId: string): Promise<boolean> {
  const { today } = ctx.actor
  const since = new Date(ctx.now.getTime() - content().settings.newcomers.days * 86_400_000)
  const [row] = await ctx.db.execute<{ newcomer: boolean }>(sql`select
    exists (select from users u where u.person_id = ${personId}
      and (u.email_confirmed_at is null or u.email_confirmed_at > ${since.toISOString()}::timestamptz))
    and not exists (select from grants g where g.person_id = ${personId} and g.during @> ${today}::date)
    and not exists (select from statuses s where s.person_id = ${personId} and upper_inf(s.known) and s.during @> ${today}::date)
    and not exists (select from interventions i where i.author_id = ${personId} and i.step = 'passed') as newcomer`)
  return row?.newcomer ?? false
}
