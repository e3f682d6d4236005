/** The sheets of a panel that are in, with what closed rounds brought beside the first marks. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { roundsOutcome } from '#app/domain/panels/rounds/facts.server.ts'
import { found } from '#app/domain/problem.ts'
import { answersOf } from '#app/domain/questionnaires/answering.server.ts'
import { shownIn } from '#app/domain/questionnaires/conditions.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { panels, people, seats, sheets } from '#db/schema/index.ts'
import { withAddresses } from './evidence.server.ts'

export type InSheet = Awaited<ReturnType<typeof filledSheets>>[number]

/** By rank of their seats; members who left are not among them. */
export async function filledSheets(ctx: Pick<Ctx, 'db'>, panelId: string) {
  const rows = await ctx.db
    .select({ sheetId: sheets.id, responseId: sheets.responseId, person: people.number, personId: people.id })
    .from(sheets)
    .innerJoin(seats, and(eq(seats.id, sheets.seatId), isNull(seats.leftAt)))
    .innerJoin(people, eq(people.id, seats.personId))
    .where(and(eq(sheets.panelId, panelId), isNotNull(sheets.sentAt)))
    .orderBy(asc(seats.rank))
  const { bySheet } = await roundsOutcome(ctx, panelId)
  const [panel] = await ctx.db
    .select({ versionId: panels.questionnaireVersionId })
    .from(panels)
    .where(eq(panels.id, panelId))
  const { form } = await formOf(ctx, found(panel).versionId)
  const filled = []
  for (const row of rows) {
    const second = bySheet.get(row.sheetId)
    const said = await answersOf(ctx, row.responseId)
    // what an answer above did not ask for says nothing, even when it was typed before
    const shown = shownIn(form, new Map(said.map(({ question, value }) => [question, value])))
    const answers = await withAddresses(
      ctx,
      said.filter(({ question }) => shown.has(question)),
    )
    filled.push({ ...row, answers, ...(second ? { second } : {}) })
  }
  return filled
}
