/**
 * Promoting: who of the reserve takes a seat that was left. The first by rank who keeps every quota; when none does,
 * the first by rank who is still free of conflicts, because an expertise without a member is worse than a quota missed,
 * and the reason says so.
 */
import { eq } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { type Candidate, candidatesOf, isOpen, rowsOf } from '#app/domain/panels/candidates.server.ts'
import type { PanelState, Seated } from '#app/domain/panels/facts.server.ts'
import { rulesInForce } from '#app/domain/panels/requests/in-force.server.ts'
import { faultsOf, type Row, type SelectionRules } from '#app/domain/panels/selecting.ts'
import { seats } from '#db/schema/index.ts'

/** Frees the seat; returns the new member's seat, or null when the reserve is used up. Runs under the panel's lock. */
export async function promote(
  ctx: Ctx,
  state: PanelState,
  left: Seated,
): Promise<{ id: string; personId: string } | null> {
  await ctx.db
    .update(seats)
    .set({ standing: 'released', leftAt: ctx.now, isChair: null })
    .where(eq(seats.id, left.id))
  const { rules, high } = await rulesInForce(ctx, state)
  const members = state.seats.filter(({ id, standing }) => standing === 'member' && id !== left.id)
  const beside = members.map(({ personId }) => personId)
  const all = await candidatesOf(ctx, state, beside)
  const candidates = all.map((one) => ({ ...one, high: high.has(one.personId) }))
  const clear = new Set(candidates.filter(isOpen).map(({ personId }) => personId))
  const reserve = state.seats.filter(
    ({ standing, personId }) => standing === 'reserve' && clear.has(personId),
  )
  const next = nextOf({
    reserve: reserve.map(({ personId }) => personId),
    members: members.map(({ personId }) => personId),
    candidates,
    rules,
  })
  const seat = next && reserve.find(({ personId }) => personId === next.personId)
  if (!next || !seat) return null
  const reasons = [
    ...seat.reasons,
    { code: next.keeps ? 'promoted' : 'promoted-anyway', facts: { rank: left.rank } },
  ]
  // One seat is one row: the reserve's row stays as it was chosen, only its standing and what it replaces change.
  await ctx.db
    .update(seats)
    .set({ standing: 'member', replacesId: left.id, reasons })
    .where(eq(seats.id, seat.id))
  await record(
    ctx,
    'seat.promoted',
    { kind: 'seat', id: seat.id },
    { replaces: left.id, keepsQuotas: next.keeps },
  )
  return { id: seat.id, personId: seat.personId }
}

type Situation = {
  reserve: string[]
  members: string[]
  candidates: readonly Candidate[]
  rules: SelectionRules
}

/** Who moves up, and whether every rule is kept by it. Pure. */
export function nextOf({
  reserve,
  members,
  candidates,
  rules,
}: Situation): { personId: string; keeps: boolean } | null {
  const rows = new Map(rowsOf(candidates, rules).map((row, at) => [candidates[at]?.personId ?? '', row]))
  const rest = members.flatMap((personId) => rows.get(personId) ?? [])
  // A member who left the registry meanwhile has no row; the size must not be what refuses everybody then.
  const needed = { ...rules, size: rest.length + 1 }
  const keeping = reserve.find((personId) => keeps(rows.get(personId), rest, needed))
  if (keeping) return { personId: keeping, keeps: true }
  const [first] = reserve
  return first === undefined ? null : { personId: first, keeps: false }
}

function keeps(row: Row | undefined, rest: readonly Row[], rules: SelectionRules): boolean {
  return row !== undefined && faultsOf([...rest, row], rules).length === 0
}
