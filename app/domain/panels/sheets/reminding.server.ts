/** Reminding by itself, once before each term: of sheets that are not sent, and of second marks that a round waits for. */
import { and, eq, gte, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { lockedState, type PanelState } from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { lastRound, secondSheetsOf } from '#app/domain/panels/rounds/facts.server.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { content } from '#content/load.ts'
import { notifications, panels, rounds } from '#db/schema/index.ts'
import { missingMembers } from './closing.server.ts'

/** Reminds of sheets and of rounds whose last day is near; run by the clock and safe to repeat. Returns how many people. */
export async function remindWriters(ctx: Ctx): Promise<number> {
  const today = dayOf(ctx.now, ctx.zone)
  const soon = dayAfter(today, content().settings.panels.remindDays)
  const before = (moment: SQL) => sql`(${moment} at time zone ${ctx.zone})::date < ${today}::date`
  const sheetsDue = await ctx.db
    .select({ id: panels.id })
    .from(panels)
    .where(
      and(
        ...[isNotNull(panels.convenedAt), isNull(panels.cancelledAt)],
        ...[lte(panels.lastDay, soon), gte(panels.lastDay, today)],
        before(sql`${panels.convenedAt}`),
      ),
    )
  const roundsDue = await ctx.db
    .select({ id: rounds.panelId })
    .from(rounds)
    .where(
      and(
        ...[isNull(rounds.closedAt), lte(rounds.lastDay, soon), gte(rounds.lastDay, today)],
        before(sql`${rounds.openedAt}`),
      ),
    )
  let count = 0
  for (const { id } of sheetsDue) count += await atomically(ctx, (ctx) => ofSheets(ctx, id))
  for (const { id } of roundsDue) count += await atomically(ctx, (ctx) => ofRound(ctx, id))
  return count
}

async function ofSheets(ctx: Ctx, panelId: string): Promise<number> {
  const state = await lockedState(ctx, panelId)
  const { panel, facts } = state
  if (facts.sheetsClosed || facts.issued || facts.cancelled) return 0
  const missing = await missingMembers(ctx, panelId)
  const late = missing.map(({ personId }) => personId).filter((one) => !facts.lostIds.includes(one))
  return tell(ctx, state, late, {
    kind: 'sheet.awaited',
    until: panel.lastDay,
    address: '/cabinet/invitations',
  })
}

async function ofRound(ctx: Ctx, panelId: string): Promise<number> {
  const state = await lockedState(ctx, panelId)
  const round = await lastRound(ctx, panelId)
  if (!round || round.closedAt !== null || state.facts.cancelled || state.facts.issued) return 0
  const silent = (await secondSheetsOf(ctx, round.id)).filter(({ sentAt }) => sentAt === null)
  const ids = silent.map(({ personId }) => personId)
  const address = `/panels/${state.panel.number}/round`
  return tell(ctx, state, ids, { kind: 'round.awaited', until: round.lastDay, address })
}

/** Whoever was reminded of this very term, by the clock or by a person, is not reminded again. */
async function tell(
  ctx: Ctx,
  { object, panel }: PanelState,
  personIds: readonly string[],
  { kind, until, address }: { kind: string; until: string; address: string },
): Promise<number> {
  if (personIds.length === 0) return 0
  const known = await ctx.db
    .select({ personId: notifications.personId })
    .from(notifications)
    .where(
      and(
        ...[inArray(notifications.personId, [...personIds]), eq(notifications.kind, kind)],
        sql`${notifications.facts} @> ${JSON.stringify({ panel: panel.number, until })}::jsonb`,
      ),
    )
  const fresh = personIds.filter((one) => !known.some(({ personId }) => personId === one))
  await notifyAll(ctx, fresh, kind, {
    ...{ objectKind: 'reminder', objectId: uuidv7(), address },
    facts: { ...told(object), panel: panel.number, until },
  })
  return fresh.length
}
