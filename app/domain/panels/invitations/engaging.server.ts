/**
 * Engagements of a panel: begun when a seat is accepted, with the role that the person has in it, finished with the
 * conclusion, left when the seat is left. Nobody is engaged twice in a panel: a chair is engaged as the chair.
 */
import { and, eq } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { endWork, recordEngagement, setEngagementRole } from '#app/domain/experts/engaging.server.ts'
import type { PanelState } from '#app/domain/panels/facts.server.ts'
import { content } from '#content/load.ts'
import { contests, engagements, panels, submissions } from '#db/schema/index.ts'

/** As what somebody works in a panel. */
export type PanelRole = 'member' | 'chair' | 'deputy' | 'secretary' | 'third-expert'

/** Begins the work of somebody; the title is the object's as on the day. What goes on already stays as it is. */
export async function beginEngagement(
  ctx: Ctx,
  { panel, object }: Pick<PanelState, 'panel' | 'object'>,
  personId: string,
  role: PanelRole = 'member',
): Promise<void> {
  const going = and(eq(engagements.personId, personId), ofPanel(panel.id), eq(engagements.outcome, 'going'))
  const [known] = await ctx.db.select({ id: engagements.id }).from(engagements).where(going)
  if (known) return
  const firstDay = dayOf(ctx.now, ctx.zone)
  const about = { kind: 'panel', objectKind: 'panel', objectId: panel.id }
  const title = await titleOf(ctx, object)
  await recordEngagement(ctx, { personId, ...about, role, title, firstDay, outcome: 'going' })
}

/** Works stand in biographies: of a work of a contest the contest alone, because the code would tell its authors who judged it. */
async function titleOf(ctx: Pick<Ctx, 'db'>, { title, submissionId }: PanelState['object']): Promise<string> {
  if (submissionId === null) return title
  const [row] = await ctx.db
    .select({ title: contests.title })
    .from(submissions)
    .innerJoin(contests, eq(contests.id, submissions.contestId))
    .where(eq(submissions.id, submissionId))
  return row?.title ?? title
}

/** The person works in another role from now on: named chair or deputy, or a member again. */
export async function changeRole(
  ctx: Ctx,
  panelId: string,
  personId: string,
  role: PanelRole,
): Promise<void> {
  await setEngagementRole(ctx, { kind: 'panel', objectId: panelId, personId, role })
}

/** Ends the work of everybody still engaged in the panel, whatever the role; a finished one has the hours of its request. */
export async function endEngagements(
  ctx: Ctx,
  panelId: string,
  outcome: 'finished' | 'left',
  personId?: string,
): Promise<void> {
  const [panel] = await ctx.db.select({ hours: panels.hours }).from(panels).where(eq(panels.id, panelId))
  const hours = panel?.hours ?? content().settings.panels.hours
  await endWork(ctx, {
    ...{ kind: 'panel', objectId: panelId, outcome, lastDay: dayOf(ctx.now, ctx.zone) },
    hours: outcome === 'finished' ? hours : null,
    ...(personId ? { personId } : {}),
  })
}

/** Ends the work of one who left in the middle. */
export async function leaveEngagement(ctx: Ctx, panelId: string, personId: string): Promise<void> {
  const lastDay = dayOf(ctx.now, ctx.zone)
  await endWork(ctx, { kind: 'panel', objectId: panelId, outcome: 'left', lastDay, hours: null, personId })
}

const ofPanel = (panelId: string) => and(eq(engagements.kind, 'panel'), eq(engagements.objectId, panelId))
