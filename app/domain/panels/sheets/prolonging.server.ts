/** Prolonging: the last day of the sheets moves on, with its reason; every move stays on record. Reminding by hand beside it. */

import { asc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { lockPanel, type PanelState } from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { Problem } from '#app/domain/problem.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { panels, sheetTerms } from '#db/schema/index.ts'
import { missingMembers } from './closing.server.ts'

/** Moves the last day of the sheets on; those who still write are told. */
export async function prolongSheets(
  ctx: ActingCtx,
  panelId: string,
  { lastDay, reason }: { lastDay: string; reason: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.prolongSheets, ctx.actor, state.facts)
    const today = dayOf(ctx.now, ctx.zone)
    const { prolongDays } = content().settings.panels.sheets
    if (lastDay <= state.panel.lastDay || lastDay < today) throw new Problem('term-not-later', {}, 'lastDay')
    if (lastDay > dayAfter(today, prolongDays))
      throw new Problem('term-far', { days: prolongDays }, 'lastDay')
    const change = { id: uuidv7(), panelId, before: state.panel.lastDay, after: lastDay, reason }
    await ctx.db.insert(sheetTerms).values({ ...change, changedById: ctx.actor.personId, changedAt: ctx.now })
    await ctx.db.update(panels).set({ lastDay }).where(eq(panels.id, panelId))
    const days = { before: state.panel.lastDay, after: lastDay }
    await record(ctx, 'sheets.prolonged', { kind: 'panel', id: panelId }, days)
    await tellMissing(ctx, state, 'sheets.prolonged', lastDay)
  })
}

/** Asks those whose sheets are missing to send them; within the limit of reminders of one person. Returns how many. */
export async function remindSheets(ctx: ActingCtx, panelId: string): Promise<number> {
  await countAttempt(ctx, 'reminder', ctx.actor.personId, content().settings.rates.remindersPerPerson)
  return atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.prolongSheets, ctx.actor, state.facts)
    const count = await tellMissing(ctx, state, 'sheet.awaited', state.panel.lastDay)
    await record(ctx, 'sheets.reminded', { kind: 'panel', id: panelId }, { count })
    return count
  })
}

/** Moves of the last day, in their order. */
export async function termsOf(ctx: Pick<Ctx, 'db'>, panelId: string) {
  return ctx.db.select().from(sheetTerms).where(eq(sheetTerms.panelId, panelId)).orderBy(asc(sheetTerms.id))
}

/** Tells whose sheet is missing, as often as it is told: each time is news of its own. */
async function tellMissing(
  ctx: Ctx,
  { panel, object }: PanelState,
  kind: string,
  until: string,
): Promise<number> {
  const missing = await missingMembers(ctx, panel.id)
  const personIds = missing.map(({ personId }) => personId)
  await notifyAll(ctx, personIds, kind, {
    ...{ objectKind: 'reminder', objectId: uuidv7(), address: '/cabinet/invitations' },
    facts: { ...told(object), panel: panel.number, until },
  })
  return missing.length
}
