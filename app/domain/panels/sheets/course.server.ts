/** How the sheets of a panel came together: rounds that were closed, and a closing by the secretary. For the conclusion. */
import { eq } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import type { Course } from '#app/domain/panels/conclusions/assembling.ts'
import { roundsOutcome } from '#app/domain/panels/rounds/facts.server.ts'
import { sheetClosings } from '#db/schema/index.ts'

export async function courseOf(ctx: Pick<Ctx, 'db' | 'zone'>, panelId: string): Promise<Course> {
  const { lines } = await roundsOutcome(ctx, panelId)
  const [closing] = await ctx.db.select().from(sheetClosings).where(eq(sheetClosings.panelId, panelId))
  if (!closing) return lines.length > 0 ? { rounds: lines } : {}
  const { reason, dissent, needed, sent, missing, closedAt } = closing
  return {
    ...(lines.length > 0 ? { rounds: lines } : {}),
    closing: { reason, dissent, needed, sent, missing, on: dayOf(closedAt, ctx.zone) },
  }
}
