/** A round with its second sheets as commands and pages need them; second marks of closed rounds for a conclusion. */
import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { people, rounds, seats, secondMarks, secondSheets, sheets } from '#db/schema/index.ts'
import type { GivenSecond, SecondMark } from './second-marks.ts'

export type RoundRow = typeof rounds.$inferSelect
type Reading = Pick<Ctx, 'db'>

/** The newest round of a panel, or null. */
export async function lastRound(ctx: Reading, panelId: string): Promise<RoundRow | null> {
  const own = eq(rounds.panelId, panelId)
  const [row] = await ctx.db.select().from(rounds).where(own).orderBy(desc(rounds.number)).limit(1)
  return row ?? null
}

/** Second sheets of a round by rank of their seats, of members who did not leave. */
export async function secondSheetsOf(ctx: Reading, roundId: string) {
  return ctx.db
    .select({
      id: secondSheets.id,
      sheetId: secondSheets.sheetId,
      edition: secondSheets.edition,
      savedAt: secondSheets.savedAt,
      sentAt: secondSheets.sentAt,
      sha256: secondSheets.sha256,
      responseId: sheets.responseId,
      personId: seats.personId,
      person: people.number,
    })
    .from(secondSheets)
    .innerJoin(sheets, eq(sheets.id, secondSheets.sheetId))
    .innerJoin(seats, and(eq(seats.id, sheets.seatId), isNull(seats.leftAt)))
    .innerJoin(people, eq(people.id, seats.personId))
    .where(eq(secondSheets.roundId, roundId))
    .orderBy(asc(seats.rank))
}

/** What was typed to second sheets so far. */
export async function secondMarksOf(
  ctx: Reading,
  ids: readonly string[],
): Promise<(GivenSecond & { secondSheetId: string })[]> {
  if (ids.length === 0) return []
  return ctx.db
    .select()
    .from(secondMarks)
    .where(inArray(secondMarks.secondSheetId, [...ids]))
    .orderBy(asc(secondMarks.secondSheetId), asc(secondMarks.question))
}

/** What closed rounds brought: by sheet the newest second mark of each criterion, and who did not answer. */
export async function roundsOutcome(ctx: Reading, panelId: string) {
  const closed = await ctx.db
    .select()
    .from(rounds)
    .where(and(eq(rounds.panelId, panelId), isNotNull(rounds.closedAt)))
    .orderBy(asc(rounds.number))
  const bySheet = new Map<string, Record<string, SecondMark>>()
  const lines: { number: number; criteria: string[]; silent: number[] }[] = []
  for (const { id, number, criteria } of closed) {
    const all = await secondSheetsOf(ctx, id)
    const sent = all.filter(({ sentAt }) => sentAt !== null)
    const marks = await secondMarksOf(
      ctx,
      sent.map((one) => one.id),
    )
    for (const one of sent) {
      const own = bySheet.get(one.sheetId) ?? {}
      for (const { question, kept, mark, reason } of marks.filter(
        ({ secondSheetId }) => secondSheetId === one.id,
      )) {
        // a kept mark keeps what counted before, which may be the second mark of an earlier round
        if (kept && own[question]) continue
        own[question] = { round: number, kept, mark, reason }
      }
      bySheet.set(one.sheetId, own)
    }
    const silent = all.filter(({ sentAt }) => sentAt === null).map(({ person }) => person)
    lines.push({ number, criteria, silent })
  }
  return { bySheet, lines }
}
