/**
 * Opening a consensus round: the chair or whoever conducts the panel calls it over criteria on which marks lie further
 * apart than the form allows. Every member with a sheet gets a second sheet, empty until it is filled.
 */

import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { lockPanel, type PanelState } from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { filledSheets } from '#app/domain/panels/sheets/filled.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { sheetRulesOf } from '#app/domain/questionnaires/sheet-rules.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { rounds, secondSheets } from '#db/schema/index.ts'
import { calledCriteria } from './called.ts'
import { lastRound } from './facts.server.ts'

export interface NewRound {
  criteria: readonly string[]
  lastDay: string
  reason: string
}

/** Opens a round; returns its number within the panel. */
export async function openRound(ctx: ActingCtx, panelId: string, asked: NewRound): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.reconcile, ctx.actor, state.facts)
    refuseBadDay(ctx, asked.lastDay)
    const filled = await filledSheets(ctx, panelId)
    const { form } = await formOf(ctx, state.panel.questionnaireVersionId)
    const { difference, named } = sheetRulesOf(form)
    const called = calledCriteria(form, filled, difference).map(({ code }) => code)
    const criteria = called.filter((code) => asked.criteria.includes(code))
    if (criteria.length === 0) throw new Problem('round-nothing-apart', { points: difference }, 'criteria')
    if (criteria.length < new Set(asked.criteria).size) throw new Problem('invalid', {}, 'criteria')
    const number = ((await lastRound(ctx, panelId))?.number ?? 0) + 1
    const round = { id: uuidv7(), panelId, number, criteria, reason: asked.reason, named }
    await ctx.db
      .insert(rounds)
      .values({ ...round, lastDay: asked.lastDay, openedById: ctx.actor.personId, openedAt: ctx.now })
    await ctx.db
      .insert(secondSheets)
      .values(filled.map(({ sheetId }) => ({ id: uuidv7(), roundId: round.id, sheetId })))
    await record(
      ctx,
      'round.opened',
      { kind: 'panel', id: panelId },
      { number, criteria, until: asked.lastDay },
    )
    await tell(
      ctx,
      state,
      filled.map(({ personId }) => personId),
      { id: round.id, until: asked.lastDay },
    )
    return number
  })
}

/** The last day that the form of a new round offers. */
export function usualLastDay(ctx: Pick<Ctx, 'now' | 'zone'>): string {
  return dayAfter(dayOf(ctx.now, ctx.zone), content().settings.panels.sheets.roundDays)
}

function refuseBadDay(ctx: Ctx, lastDay: string) {
  const today = dayOf(ctx.now, ctx.zone)
  if (lastDay < today) throw new Problem('term-past', {}, 'lastDay')
  const { prolongDays } = content().settings.panels.sheets
  if (lastDay > dayAfter(today, prolongDays)) throw new Problem('term-far', { days: prolongDays }, 'lastDay')
}

async function tell(
  ctx: Ctx,
  { panel, object }: PanelState,
  personIds: readonly string[],
  { id, until }: { id: string; until: string },
) {
  // of each round, not of the panel: a second one is news again
  await notifyAll(ctx, personIds, 'round.opened', {
    objectKind: 'round',
    objectId: id,
    address: `/panels/${panel.number}/round`,
    facts: { ...told(object), until },
  })
}
