/**
 * Watching: places of work, organisations and drafts change while people sit. Each night every live panel is looked at
 * again; whoever has got a conflict is told of to those who select. Nobody loses a seat by it.
 */
import { and, eq, exists, isNull, lt, sql } from 'drizzle-orm'
import { atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { lockedState, unlockedState } from '#app/domain/panels/facts.server.ts'
import { challenges, conclusions, panels, seats } from '#db/schema/index.ts'
import { answering, noticeOf } from './challenging.server.ts'
import { checked } from './guarding.server.ts'

/** Looks at every live panel, and reminds of challenges whose day is over. Safe to repeat. Returns how many people have conflicts. */
export async function watchConflicts(ctx: Ctx): Promise<number> {
  const rows = await ctx.db
    .select({ id: panels.id })
    .from(panels)
    .where(
      and(
        isNull(panels.cancelledAt),
        exists(
          ctx.db
            .select({ one: sql`1` })
            .from(seats)
            .where(and(eq(seats.panelId, panels.id), isNull(seats.leftAt))),
        ),
        sql`not exists (select 1 from ${conclusions} c where c.panel_id = ${panels.id} and c.issued_at is not null)`,
      ),
    )
  let count = 0
  for (const { id } of rows) count += await watchPanel(ctx, id)
  await remind(ctx)
  return count
}

/** The same for one panel; runs in a transaction of its own. */
export async function watchPanel(ctx: Ctx, panelId: string): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const state = await lockedState(ctx, panelId)
    return (await checked(ctx, state, state.seats)).size
  })
}

async function remind(ctx: Ctx): Promise<void> {
  const late = await ctx.db
    .select({ id: challenges.id, panelId: challenges.panelId })
    .from(challenges)
    .innerJoin(panels, and(eq(panels.id, challenges.panelId), isNull(panels.cancelledAt)))
    .where(and(isNull(challenges.outcome), lt(challenges.due, dayOf(ctx.now, ctx.zone))))
  for (const { id, panelId } of late) {
    const state = await unlockedState(ctx, panelId)
    await notifyAll(ctx, await answering(ctx, state), 'challenge.late', noticeOf(state, id))
  }
}
