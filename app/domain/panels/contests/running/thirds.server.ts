/** A third expert for every work whose marks lie apart: the room of rounds calls one from the reserve of each. */
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { callThird } from '#app/domain/panels/rounds/third-expert.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { coursesOf } from './course.server.ts'
import { nextOf } from './next.ts'
import { eachOf, type Outcome } from './opening.server.ts'

/** Problem('nothing-apart') where no work asks for one. */
export async function callThirds(ctx: ActingCtx, number: number): Promise<Outcome> {
  const { contest, facts } = await contestByNumber(ctx, number)
  authorize(contestRules.third, ctx.actor, facts)
  const apart = (await coursesOf(ctx, contest)).filter((work) => nextOf(work) === 'third')
  if (apart.length === 0) throw new Problem('nothing-apart')
  const outcome = await eachOf(apart, ({ panelId }) => callThird(ctx, panelId))
  await atomically(ctx, (ctx) =>
    record(ctx, 'contest.thirds-called', { kind: 'contest', id: contest.id }, { works: outcome.done }),
  )
  return outcome
}
