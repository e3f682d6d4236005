/** Engagements of panel members: begun when a seat is accepted, finished with the conclusion, left when it is left. */
import { and, eq } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { recordEngagement } from '#app/domain/experts/engaging.server.ts'
import type { PanelState } from '#app/domain/panels/facts.server.ts'
import { engagements } from '#db/schema/index.ts'

/** Begins the work of a member; the title is the document's as on the day. */
export async function beginEngagement(
  ctx: Ctx,
  { panel, object }: PanelState,
  personId: string,
): Promise<void> {
  const firstDay = dayOf(ctx.now, ctx.zone)
  await recordEngagement(ctx, {
    personId,
    ...about(panel.id),
    title: object.title,
    firstDay,
    outcome: 'going',
  })
}

/** Ends the work of one who left in the middle. */
export async function leaveEngagement(ctx: Ctx, panelId: string, personId: string): Promise<void> {
  await endEngagements(ctx, panelId, 'left', personId)
}

/** Ends the work of everybody still engaged in the panel. */
export async function endEngagements(
  ctx: Ctx,
  panelId: string,
  outcome: 'finished' | 'left',
  only?: string,
): Promise<void> {
  const { kind, objectId, role } = about(panelId)
  const today = dayOf(ctx.now, ctx.zone)
  const going = await ctx.db
    .select({ personId: engagements.personId, title: engagements.title })
    .from(engagements)
    .where(
      and(
        eq(engagements.objectId, objectId),
        eq(engagements.kind, kind),
        eq(engagements.role, role),
        eq(engagements.outcome, 'going'),
        only === undefined ? undefined : eq(engagements.personId, only),
      ),
    )
  for (const { personId, title } of going) {
    await recordEngagement(ctx, {
      personId,
      ...about(panelId),
      title,
      firstDay: today,
      lastDay: today,
      outcome,
    })
  }
}

const about = (objectId: string) => ({ kind: 'panel', objectKind: 'panel', objectId, role: 'member' })
