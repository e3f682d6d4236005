import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'

/**
 * Problem('another-writer') when a form was opened by somebody else than who is signed in now: on a shared computer
 * words must not go out under another person's name. A form that names nobody passes.
 */
export function checkWriter({ actor }: ActingCtx, writer: string | undefined): void {
  if (writer && writer !== String(actor.number)) throw new Problem('another-writer')
}
