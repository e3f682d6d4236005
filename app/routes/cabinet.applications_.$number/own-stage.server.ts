/** The actor's own application on a step, for the page of that step. */
import { applicationAt, factsOf, type State } from '#app/domain/assessment/way/application.server.ts'
import { wayRules } from '#app/domain/assessment/way/rules.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'

/** Problems: not-found for another's, application-state on another step. */
export async function ownStage(ctx: ActingCtx, number: number, states: readonly State[]) {
  const one = await applicationAt(ctx, number)
  if (wayRules.self(ctx.actor, await factsOf(ctx, one)) !== null) throw new Problem('not-found')
  if (!states.includes(one.state)) throw new Problem('application-state', { number })
  return one
}
