/** Reminding everybody who is waited for; who was reminded lately is left out. */
import { remindApplicant } from '#app/domain/assessment/way/reminding.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { staffRules } from './rules.ts'
import { waitedFor } from './staff.server.ts'

/** How many were reminded. Problem('reminded-all') when it is too early for everybody. */
export async function remindAll(ctx: ActingCtx): Promise<number> {
  let reminded = 0
  authorize(staffRules.see, ctx.actor, {})
  for (const { number } of await waitedFor(ctx)) {
    try {
      await remindApplicant(ctx, number)
      reminded += 1
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'reminded') throw error
    }
  }
  if (reminded === 0) throw new Problem('reminded-all')
  return reminded
}
