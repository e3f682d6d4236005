/** Conflicts are looked for once more before a signature: places of work and posts change while a panel works. */
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { checked } from '#app/domain/panels/conflicts/guarding.server.ts'
import { barOf } from '#app/domain/panels/conflicts/kinds.ts'
import { lockPanel } from '#app/domain/panels/facts.server.ts'
import { Problem } from '#app/domain/problem.ts'

/** Problem('signer-conflict'): what was found is kept, and the secretary is told. Asked after the rule of the signature. */
export async function refuseConflicted(ctx: ActingCtx, panelId: string, personId: string): Promise<void> {
  const barred = await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    const seated = state.seats.filter((seat) => seat.personId === personId)
    return barOf((await checked(ctx, state, seated)).get(personId)) !== null
  })
  if (barred) throw new Problem('signer-conflict')
}
