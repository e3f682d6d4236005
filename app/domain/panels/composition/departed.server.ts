/** Who was asked and does not sit on the panel: declined with the reason, put off, silent, released or out. */
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { invitations, seats } from '#db/schema/index.ts'

/** In the order in which places were left. For those who keep the panel: it holds reasons. */
export async function departedFrom(ctx: Ctx, panelId: string) {
  const { id, answer, answeredAt, reason } = invitations
  const rows = await ctx.db
    .select({ id, personId: seats.personId, answer, answeredAt, reason, leftAt: seats.leftAt })
    .from(seats)
    .innerJoin(invitations, eq(invitations.seatId, seats.id))
    .where(and(eq(seats.panelId, panelId), isNotNull(seats.leftAt)))
    .orderBy(asc(seats.leftAt), asc(seats.id))
  const places = await placesOf(
    ctx,
    rows.map(({ personId }) => personId),
  )
  return rows.map((row) => {
    const place = places.find(({ personId }) => personId === row.personId)
    return {
      id: row.id,
      name: place?.name ?? null,
      number: place?.number ?? 0,
      how: row.answer === 'accepted' ? ('left' as const) : (row.answer ?? ('released' as const)),
      on: row.answer === 'accepted' ? row.leftAt : row.answeredAt,
      reason: row.answer === 'declined' ? (row.reason ?? '') : '',
    }
  })
}
