/** An application on a step, for the page of that step of whoever decides. */
import { applicationAt, factsOf, type State } from '#app/domain/assessment/way/application.server.ts'
import { wayRules } from '#app/domain/assessment/way/rules.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'

/** Problems: not-found, forbidden and those of the rule, application-state. */
export async function deskStage(
  ctx: ActingCtx,
  number: number,
  states: readonly State[],
  rule: 'decide' | 'answer' | 'paper' | 'dictate' = 'decide',
) {
  const one = await applicationAt(ctx, number)
  authorize(wayRules[rule], ctx.actor, await factsOf(ctx, one))
  if (!states.includes(one.state)) throw new Problem('application-state', { number })
  return one
}
