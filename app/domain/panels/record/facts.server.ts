/** What was worked in a panel: by whom, as whom, how long, with which paper; read under the panel's lock or without. */
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { lockedState, lockPanel, type PanelState, unlockedState } from '#app/domain/panels/facts.server.ts'
import type { PanelRole } from '#app/domain/panels/invitations/engaging.server.ts'
import { conclusions, engagements, people, workPapers } from '#db/schema/index.ts'
import type { RecordFacts } from './rules.ts'

export type PaperRow = typeof workPapers.$inferSelect
export interface Work {
  /** of the engagement */
  id: string
  personId: string
  /** public number */
  number: number
  /** of the object, as on the first day */
  title: string
  role: PanelRole
  hours: number | null
  firstDay: string
  /** of one that goes on, the first */
  lastDay: string
  finished: boolean
  inRegistry: boolean
  /** that stands */
  paper: PaperRow | null
}
export interface RecordState {
  panel: PanelState
  works: Work[]
  /** number of the conclusion issued last */
  conclusion: string | null
  facts: RecordFacts
}

/** The record of a panel within reach, after waiting for whoever changes it now. */
export async function lockRecord(ctx: Ctx, panelId: string): Promise<RecordState> {
  return stateOf(ctx, await lockPanel(ctx, panelId))
}

/** The same whoever looks: for those who worked in it. */
export async function lockOwnRecord(ctx: Ctx, panelId: string): Promise<RecordState> {
  return stateOf(ctx, await lockedState(ctx, panelId))
}

/** The same without waiting, for pages. */
export async function recordOf(ctx: Ctx, panelId: string): Promise<RecordState> {
  return stateOf(ctx, await unlockedState(ctx, panelId))
}

async function stateOf(ctx: Ctx, panel: PanelState): Promise<RecordState> {
  const { id } = panel.panel
  const works = await worksWhere(ctx, id)
  const [issued] = await ctx.db
    .select({ number: conclusions.number })
    .from(conclusions)
    .where(and(eq(conclusions.panelId, id), isNotNull(conclusions.issuedAt)))
    .orderBy(desc(conclusions.revision))
    .limit(1)
  const finishedIds = works.filter(({ finished }) => finished).map(({ personId }) => personId)
  return { panel, works, conclusion: issued?.number ?? null, facts: { ...panel.facts, finishedIds } }
}

async function worksWhere(ctx: Ctx, panelId: string): Promise<Work[]> {
  const { during } = engagements
  const rows = await ctx.db
    .select({
      ...{ id: engagements.id, personId: engagements.personId, number: people.number },
      ...{ title: engagements.title, role: engagements.role, hours: engagements.hours },
      firstDay: sql<string>`lower(${during})::text`,
      lastDay: sql<string>`coalesce(upper(${during}) - 1, lower(${during}))::text`,
      ...{ outcome: engagements.outcome, inRegistry: engagements.inRegistry, paper: workPapers },
    })
    .from(engagements)
    .innerJoin(people, eq(people.id, engagements.personId))
    .leftJoin(
      workPapers,
      and(
        eq(workPapers.panelId, engagements.objectId),
        eq(workPapers.personId, engagements.personId),
        isNull(workPapers.revokedAt),
      ),
    )
    .where(and(eq(engagements.kind, 'panel'), eq(engagements.objectId, panelId)))
    .orderBy(asc(people.number))
  return rows.map(({ outcome, role, ...row }) => ({
    ...row,
    role: role as PanelRole,
    finished: outcome === 'finished',
  }))
}
