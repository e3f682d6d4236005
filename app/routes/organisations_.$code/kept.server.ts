/** A card that the actor keeps: pages that change it begin here, so that a guessed address is refused. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { organisationByCode } from '#app/domain/organisations/queries.server.ts'
import { organisationRules } from '#app/domain/organisations/rules.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'

export async function keptCard(ctx: ActingCtx, code: string | undefined) {
  const card = await organisationByCode(ctx, code ?? '')
  authorize(organisationRules.edit, ctx.actor, card)
  found(card.movedTo === null ? card : null)
  return card
}
