/** What rules weigh of a panel's sheets: how many are in, whether they are closed, whether a round is open. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { sheetRulesOf } from '#app/domain/questionnaires/sheet-rules.ts'
import { conclusions, rounds, seats, sheetClosings, sheets } from '#db/schema/index.ts'
import { neededOf } from './quorum.ts'

export interface SheetsState {
  /** sheets of seats that nobody left, and how many of them are in */
  sheetsAll: number
  sheetsIn: number
  /** sheets that the quorum of the form asks for */
  sheetsNeeded: number
  /** every sheet is in, or the secretary closed them */
  allSent: boolean
  /** the secretary closed them without some */
  sheetsClosed: boolean
  roundOpen: boolean
  issued: boolean
}

/** `seated`: how many places have a member, with a sheet or on the way to one. */
export async function sheetsState(
  ctx: Pick<Ctx, 'db'>,
  panel: { id: string; questionnaireVersionId: string },
  seated: number,
): Promise<SheetsState> {
  const [row] = await ctx.db
    .select({
      sent: sql<number>`count(*) filter (where ${sheets.sentAt} is not null)::int`,
      all: sql<number>`count(*)::int`,
    })
    .from(sheets)
    .innerJoin(seats, and(eq(seats.id, sheets.seatId), isNull(seats.leftAt)))
    .where(eq(sheets.panelId, panel.id))
  const { sent = 0, all = 0 } = row ?? {}
  const has = sql<boolean>`exists (select 1 from ${sheetClosings} where ${sheetClosings.panelId} = ${panel.id})`
  const open = sql<boolean>`exists (select 1 from ${rounds} where ${rounds.panelId} = ${panel.id} and ${rounds.closedAt} is null)`
  const issued = sql<boolean>`exists (select 1 from ${conclusions} where ${conclusions.panelId} = ${panel.id}
    and ${conclusions.issuedAt} is not null)`
  const [known] = await ctx.db.execute<{ closed: boolean; open: boolean; issued: boolean }>(
    sql`select ${has} as closed, ${open} as open, ${issued} as issued`,
  )
  const closed = known?.closed ?? false
  const { form } = await formOf(ctx, panel.questionnaireVersionId)
  return {
    ...{ sheetsAll: all, sheetsIn: sent },
    sheetsNeeded: neededOf(all, sheetRulesOf(form).quorum),
    allSent: closed || (all > 0 && sent === all && all >= seated),
    sheetsClosed: closed,
    roundOpen: known?.open ?? false,
    issued: known?.issued ?? false,
  }
}
