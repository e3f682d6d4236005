/** Prolonging: a stage that has not ended lasts longer, for a reason; beyond the most of its order only by a document. */
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { moveEngagements } from '#app/domain/experts/engaging.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { lockDraft } from '#app/domain/reviews/facts.server.ts'
import { assertWithinOpen } from '#app/domain/reviews/inner/inner-term.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { limitsOf, pushedOn } from './planning.ts'
import { isDay, lastTalkDay } from './staging.ts'
import { addStep, moveStages, saidWhy, tellTakers } from './steps.server.ts'
import { limitsFault, termEnd } from './terms.ts'

export interface Prolongation {
  stageId: string
  lastDay: string
  reason: string
  /** the document that orders it, where the limit of the order is passed */
  ground?: string
}

/**
 * Moves the last day of a stage onward, and the stages behind it with their lengths kept; returns the new last day,
 * which the order may carry on to a working day. Problems: stage-over, prolong-later, ground-needed, no-calendar.
 */
export async function prolongStage(
  ctx: ActingCtx,
  draftId: string,
  { stageId, lastDay, ...why }: Prolongation,
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const { draft, facts, stages } = await lockDraft(ctx, draftId)
    authorize(reviewRules.changeStages, ctx.actor, facts)
    if (!isDay(lastDay)) throw new Problem('day', {}, 'lastDay')
    const at = stages.findIndex(({ id }) => id === stageId)
    const stage = found(stages[at])
    if (stage.lastDay < dayOf(ctx.now, ctx.zone)) throw new Problem('stage-over', {}, 'lastDay')
    if (lastDay <= stage.lastDay) throw new Problem('prolong-later', {}, 'lastDay')
    const { calendars } = content()
    const limits = limitsOf(stage)
    const until = termEnd(lastDay, 1, { ...limits, unit: 'calendar' }, calendars)
    const beyond = limitsFault({ ...stage, lastDay: until }, limits, calendars)
    const said = saidWhy(why)
    if (beyond?.code === 'term-long' && said.ground === '')
      throw new Problem('ground-needed', { days: beyond.days }, 'ground')
    const planned = pushedOn(stages.with(at, { ...stage, lastDay: until }), at, calendars)
    await assertWithinOpen(ctx, draftId, planned, 'lastDay')
    const moved = await moveStages(ctx, stages, planned)
    const last = lastTalkDay(moved)
    if (last) await moveEngagements(ctx, { kind: 'discussion', objectId: draftId }, last)
    const days = { before: stage.lastDay, after: until }
    const id = await addStep(ctx, draftId, { kind: 'prolonged', stage: stage.title, ...said, facts: days })
    await record(ctx, 'stage.prolonged', { kind: 'stage', id: stage.id }, { step: id, ...days })
    await tellTakers(ctx, draft, 'stage.prolonged', { kind: 'step', id }, { until, stage: stage.title })
    return until
  })
}
