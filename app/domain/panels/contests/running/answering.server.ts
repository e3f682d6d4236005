/**
 * One page of answers: an expert who was asked for several works of a contest accepts or declines them together, or one
 * by one. Declaration and undertaking are signed for each work, as the law asks; a work refused for a conflict does not
 * hold the others.
 */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { type ActingCtx, dayOf } from '#app/domain/ctx.ts'
import type { ContestRow } from '#app/domain/panels/contests/facts.server.ts'
import type { Item } from '#app/domain/panels/contests/runs/item.ts'
import { acceptInvitation, declineInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { textsNow } from '#app/domain/panels/invitations/obligations.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import {
  contestNominations,
  contests,
  invitations,
  organisations,
  panels,
  seats,
  sheets,
  submissions,
} from '#db/schema/index.ts'

/** The works of a contest that the actor was asked for; Problem('not-found') for who was not. */
export async function ownAsked(ctx: ActingCtx, number: number) {
  const rows = await ctx.db
    .select({
      ...{ id: invitations.id, answer: invitations.answer, lastDay: invitations.lastDay },
      ...{ code: submissions.code, nomination: contestNominations.title, panel: panels.number },
      ...{ sheetsBy: panels.lastDay, hours: panels.hours, leftAt: seats.leftAt },
      sheet: { id: sheets.id, sentAt: sheets.sentAt },
      contest: { number: contests.number, title: contests.title, organisation: organisations.name },
    })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(panels, and(eq(panels.id, seats.panelId), isNull(panels.cancelledAt)))
    .innerJoin(submissions, eq(submissions.id, panels.submissionId))
    .innerJoin(contests, eq(contests.id, submissions.contestId))
    .innerJoin(contestNominations, eq(contestNominations.id, submissions.nominationId))
    .innerJoin(organisations, eq(organisations.id, contests.organisationId))
    .leftJoin(sheets, eq(sheets.seatId, seats.id))
    .where(and(eq(contests.number, number), eq(seats.personId, ctx.actor.personId)))
    .orderBy(asc(submissions.code))
  const { contest } = found(rows[0])
  const today = dayOf(ctx.now, ctx.zone)
  const works = rows.map(({ contest: _, hours, answer, lastDay, ...row }) => ({
    ...{ ...row, answer, lastDay, code: row.code ?? '' },
    hours: hours ?? content().settings.panels.hours,
    late: answer === null && today > lastDay,
    sheet: row.sheet?.id ? { id: row.sheet.id, sent: row.sheet.sentAt !== null } : null,
  }))
  return { contest, works, texts: textsNow() }
}

/** Contests with invitations of the actor that wait, the newest first. */
export async function contestsAsking(ctx: ActingCtx) {
  return ctx.db
    .select({
      ...{ number: contests.number, title: contests.title },
      count: sql<number>`count(*)::int`,
    })
    .from(invitations)
    .innerJoin(seats, and(eq(seats.id, invitations.seatId), isNull(seats.leftAt)))
    .innerJoin(panels, and(eq(panels.id, seats.panelId), isNull(panels.cancelledAt)))
    .innerJoin(submissions, eq(submissions.id, panels.submissionId))
    .innerJoin(contests, eq(contests.id, submissions.contestId))
    .where(
      and(
        ...[eq(seats.personId, ctx.actor.personId), isNull(invitations.answer)],
        sql`${invitations.lastDay} >= ${dayOf(ctx.now, ctx.zone)}`,
      ),
    )
    .groupBy(contests.id)
    .orderBy(desc(contests.number))
    .limit(20)
}

export interface Answers {
  /** ids of invitations that are accepted; the other ones that wait are declined */
  accepted: readonly string[]
  /** of declining, for the secretary alone */
  reason: string
}

/** What may be answered so. Problems: stale; required (reason) where some are declined without one. */
export async function refuseAnswers(ctx: ActingCtx, number: number, answers: Answers): Promise<void> {
  const { works } = await ownAsked(ctx, number)
  const waiting = works.filter(waits)
  const ids = waiting.map(({ id }) => id)
  if (answers.accepted.some((id) => !ids.includes(id))) throw new Problem('stale')
  if (ids.length > answers.accepted.length && answers.reason === '')
    throw new Problem('required', {}, 'reason')
}

/** What is still to be answered. */
export async function answerItems(
  ctx: ActingCtx,
  contest: ContestRow,
  asked: Record<string, unknown>,
): Promise<Item[]> {
  const { accepted, reason } = asked as unknown as Answers
  const { works } = await ownAsked(ctx, contest.number)
  return works.filter(waits).map(({ id, code }) => ({
    code,
    act: (ctx) =>
      accepted.includes(id) ? acceptInvitation(ctx, id) : declineInvitation(ctx, id, { reason }),
  }))
}

const waits = ({ answer, late }: { answer: string | null; late: boolean }) => answer === null && !late
