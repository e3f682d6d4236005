/** Who stepped back from a panel, when and why; for those who select. */
import { asc, eq } from 'drizzle-orm'
import { type ActingCtx, dayOf } from '#app/domain/ctx.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { invitations, recusals, seats } from '#db/schema/index.ts'

/** Own steps back of a panel, the first one first. The caller has asked `conflictRules.read`. */
export async function recusalsOfPanel(ctx: ActingCtx, panelId: string) {
  const rows = await ctx.db
    .select({ recusal: recusals, reason: invitations.reason, personId: seats.personId })
    .from(recusals)
    .innerJoin(invitations, eq(invitations.id, recusals.invitationId))
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(eq(seats.panelId, panelId))
    .orderBy(asc(recusals.at), asc(recusals.id))
  const ids = rows.map(({ personId }) => personId)
  const places = new Map((await placesOf(ctx, ids)).map((place) => [place.personId, place]))
  return rows.map(({ recusal, reason, personId }) => ({
    id: recusal.id,
    ...{ day: dayOf(recusal.at, ctx.zone), conflict: recusal.conflict, reason: reason ?? '' },
    ...{ number: places.get(personId)?.number ?? 0, name: places.get(personId)?.name ?? null },
  }))
}
