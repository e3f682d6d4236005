/** Whose application it is, for those who may see it. */
import { applicationShown } from '#app/domain/assessment/way/applications.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { cardsOf } from '#app/domain/experts/naming-people.server.ts'

export async function personOf(ctx: ActingCtx, number: number) {
  const { one, name, personNumber } = await applicationShown(ctx, number)
  const [card] = await cardsOf(ctx, [one.personId])
  return { name, number: personNumber, work: card?.work ?? null }
}
