/** One step of what is done for many works: the code of its work, and the act. */
import type { ActingCtx } from '#app/domain/ctx.ts'

export interface Item {
  code: string
  act: (ctx: ActingCtx) => Promise<unknown>
}
