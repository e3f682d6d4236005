/** What is printed of a sheet, for whoever may read it: its first marks, and second ones of closed rounds or one's own. */
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { roundsOutcome } from '#app/domain/panels/rounds/facts.server.ts'
import { rounds, secondSheets } from '#db/schema/index.ts'
import { sheetOf } from './filling.server.ts'
import type { PrintedSheet } from './printing.server.ts'

/** Problem('not-found') for who may not read the sheet. */
export async function printedSheet(ctx: Ctx, sheetId: string): Promise<PrintedSheet> {
  const { sheet, personId, state, form, answers } = await sheetOf(ctx, sheetId)
  const [who] = await placesOf(ctx, [personId])
  const { bySheet } = await roundsOutcome(ctx, state.panel.id)
  const sent = await ctx.db
    .select({ sha256: secondSheets.sha256 })
    .from(secondSheets)
    .innerJoin(rounds, eq(rounds.id, secondSheets.roundId))
    .where(and(eq(secondSheets.sheetId, sheetId), isNotNull(secondSheets.sentAt), isNotNull(rounds.closedAt)))
    .orderBy(asc(rounds.number))
  const day = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeZone: ctx.zone })
  return {
    ...{ panel: state.panel.number, title: form.title, object: state.object.title, form, answers },
    who: who?.name ?? String(who?.number ?? ''),
    sent: sheet.sentAt && day.format(sheet.sentAt),
    sha256: sheet.sha256,
    second: bySheet.get(sheetId) ?? {},
    hashes: sent.flatMap(({ sha256 }) => sha256 ?? []),
  }
}
