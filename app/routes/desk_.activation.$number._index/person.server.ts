/** Whose account begins at the counter or by letter: for the keepers of the registry alone. */
import { personByNumber } from '#app/domain/accounts/queries.server.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { found, numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** The person of the address; Problem('not-found') when there is none. */
export async function personOf({ ctx, params }: Pick<Args, 'ctx' | 'params'>) {
  const mine = acting(ctx)
  authorize(expertRules.vouch, mine.actor, {})
  const { id, number, familyName, givenName, patronymic, userId } = found(
    await personByNumber(mine, numberOf(params.number)),
  )
  return { id, number, name: `${familyName} ${givenName} ${patronymic}`.trim(), hasUser: userId !== null }
}
