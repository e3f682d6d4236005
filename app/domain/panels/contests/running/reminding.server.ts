/** One letter a person for everything that the contest waits for: answers to invitations, and sheets; once a day. */
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyEach } from '#app/domain/notifications/notifying.server.ts'
import { lockContest } from '#app/domain/panels/contests/facts.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { invitations, logEntries, panels, seats, sheets, submissions } from '#db/schema/index.ts'

/** Returns how many people were told. Problems: reminded-today, nobody-awaited. */
export async function remindExperts(ctx: ActingCtx, number: number): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.invite, ctx.actor, facts)
    const today = dayOf(ctx.now, ctx.zone)
    const [told] = await ctx.db
      .select({ id: logEntries.id })
      .from(logEntries)
      .where(
        and(
          ...[eq(logEntries.kind, 'contest.reminded'), eq(logEntries.objectId, contest.id)],
          sql`(${logEntries.at} at time zone ${ctx.zone})::date = ${today}::date`,
        ),
      )
      .limit(1)
    if (told) throw new Problem('reminded-today')
    const awaited = await ctx.db
      .select({ personId: seats.personId, count: sql<number>`count(*)::int` })
      .from(seats)
      .innerJoin(panels, and(eq(panels.id, seats.panelId), isNull(panels.cancelledAt)))
      .innerJoin(submissions, eq(submissions.id, panels.submissionId))
      .innerJoin(invitations, eq(invitations.seatId, seats.id))
      .leftJoin(sheets, eq(sheets.seatId, seats.id))
      .where(
        and(
          ...[eq(submissions.contestId, contest.id), isNull(seats.leftAt), eq(seats.standing, 'member')],
          or(
            sql`(${invitations.answer} is null and ${invitations.lastDay} >= ${today})`,
            sql`(${invitations.answer} = 'accepted' and ${sheets.id} is not null and ${sheets.sentAt} is null)`,
          ),
        ),
      )
      .groupBy(seats.personId)
    if (awaited.length === 0) throw new Problem('nobody-awaited')
    await notifyEach(
      ctx,
      'contest.reminded',
      awaited.map(({ personId, count }) => ({
        personId,
        notice: {
          // each reminder is news of its own
          ...{
            objectKind: 'reminder',
            objectId: uuidv7(),
            address: `/cabinet/invitations/contests/${number}`,
          },
          facts: { title: contest.title, count },
        },
      })),
    )
    const facts_ = { people: awaited.length }
    await record(ctx, 'contest.reminded', { kind: 'contest', id: contest.id }, facts_)
    return awaited.length
  })
}
