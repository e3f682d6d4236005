/** Who put the invitation of a panel off, and whether they may be asked again. */
import { and, asc, eq } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { invitations, seats } from '#db/schema/index.ts'

/** The earliest day first; without those who were asked again. */
export async function postponedIn(ctx: Ctx, panelId: string) {
  const today = dayOf(ctx.now, ctx.zone)
  const rows = await ctx.db
    .select({ id: invitations.id, personId: seats.personId, askAfter: invitations.askAfter })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(and(eq(seats.panelId, panelId), eq(invitations.answer, 'later')))
    .orderBy(asc(invitations.askAfter), asc(invitations.id))
  const here = await ctx.db
    .select({ personId: seats.personId, leftAt: seats.leftAt })
    .from(seats)
    .where(eq(seats.panelId, panelId))
  const seated = new Set(here.filter(({ leftAt }) => leftAt === null).map(({ personId }) => personId))
  const free = rows.filter(({ personId }) => !seated.has(personId))
  const places = await placesOf(
    ctx,
    free.map(({ personId }) => personId),
  )
  return free.map(({ id, personId, askAfter }) => {
    const place = places.find((one) => one.personId === personId)
    const day = askAfter ?? today
    return { id, name: place?.name ?? null, number: place?.number ?? 0, askAfter: day, ready: day <= today }
  })
}
