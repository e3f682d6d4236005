/**
 * Revoking one paper: given by mistake, or lost. The record of the work stays, and another paper may be given on it;
 * whoever checks the old one is told why. A wrong record is corrected instead.
 */
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { lockRecord } from './facts.server.ts'
import { takeBack } from './giving.server.ts'
import { workRules } from './rules.ts'

/** Takes the standing paper back; `workId` is of the engagement. Problem('paper-missing') where there is none. */
export async function revokeWorkPaper(
  ctx: ActingCtx,
  panelId: string,
  workId: string,
  reason: string,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockRecord(ctx, panelId)
    const work = found(state.works.find(({ id }) => id === workId))
    authorize(workRules.revoke, ctx.actor, { ...state.facts, ownerId: work.personId })
    if (!work.paper) throw new Problem('paper-missing')
    await takeBack(ctx, work.paper, reason)
    await notify(ctx, work.personId, 'work-paper.revoked', {
      ...{ objectKind: 'work-paper', objectId: work.paper.id, address: '/cabinet/work' },
      facts: { title: work.title, reason },
    })
  })
}
