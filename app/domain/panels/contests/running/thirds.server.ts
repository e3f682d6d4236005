/** A third expert for every work whose marks lie apart: the room of rounds calls one from the reserve of each. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import type { ContestRow } from '#app/domain/panels/contests/facts.server.ts'
import type { Item } from '#app/domain/panels/contests/runs/item.ts'
import { callThird } from '#app/domain/panels/rounds/third-expert.server.ts'
import { coursesOf } from './course.server.ts'
import { nextOf } from './next.ts'

/** Works that ask for one, in the order of codes. */
export async function thirdItems(ctx: ActingCtx, contest: ContestRow): Promise<Item[]> {
  const apart = (await coursesOf(ctx, contest)).filter((work) => nextOf(work) === 'third')
  return apart.map(({ code, panelId }) => ({ code, act: (ctx) => callThird(ctx, panelId) }))
}
