/** Correcting the record: another role or other hours. The paper on it, where one was given, is taken back and given anew. */
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { correctEngagement } from '#app/domain/experts/engaging.server.ts'
import { record } from '#app/domain/log.server.ts'
import type { PanelRole } from '#app/domain/panels/invitations/engaging.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { lockRecord } from './facts.server.ts'
import { give, takeBack, tell } from './giving.server.ts'
import { workRules } from './rules.ts'

export interface Correction {
  role: PanelRole
  hours: number
  reason: string
}

/** Writes what is right instead; `workId` is of the engagement. Problems: unchanged, work-unfinished, own-record. */
export async function correctWork(
  ctx: ActingCtx,
  panelId: string,
  workId: string,
  { role, hours, reason }: Correction,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockRecord(ctx, panelId)
    const work = found(state.works.find(({ id }) => id === workId))
    authorize(workRules.correct, ctx.actor, { ...state.facts, ownerId: work.personId })
    if (work.role === role && work.hours === hours) throw new Problem('unchanged')
    await correctEngagement(ctx, workId, { role, hours })
    await record(ctx, 'work.corrected', { kind: 'engagement', id: workId }, { hours })
    if (!work.paper) return
    const { id, code, number, year } = work.paper
    await takeBack(ctx, { id, code }, reason)
    const corrected = { ...work, role, hours }
    await tell(ctx, corrected, await give(ctx, state, corrected, { id, number, year, reason }))
  })
}
