/** Conflicts of people who sit on a panel, each beside its members. */
import type { Ctx } from '#app/domain/ctx.ts'
import type { PanelState, Seated } from '#app/domain/panels/facts.server.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { conflictsAmong } from './finding.server.ts'
import { barOf, type Finding } from './kinds.ts'

/** Person → conflicts, of the given seats or of all that nobody left. */
export async function conflictsOfSeats(
  ctx: Ctx,
  state: PanelState,
  seated: readonly Seated[] = state.seats,
): Promise<Map<string, Finding[]>> {
  const ids = seated.map(({ personId }) => personId)
  const beside = state.seats.filter(({ standing }) => standing === 'member').map(({ personId }) => personId)
  return conflictsAmong(ctx, state, await placesOf(ctx, ids), beside)
}

/** Problem('member-conflict') when one of these people has a conflict that blocks; for a choice among members. */
export async function refuseBarred(ctx: Ctx, state: PanelState, personIds: readonly string[]): Promise<void> {
  const seated = state.seats.filter(({ personId }) => personIds.includes(personId))
  const found = await conflictsOfSeats(ctx, state, seated)
  if (personIds.some((one) => barOf(found.get(one)) !== null)) throw new Problem('member-conflict')
}
