/** The facts that rules of panels weigh, read under the panel's lock, where seats and terms are judged. */
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm'
import { type Ctx, dayOf, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { panelKnownTo } from '#db/reach/panels.ts'
import {
  directionVersions,
  drafts,
  invitations,
  organisations,
  panelDirections,
  panels,
  seats,
  selections,
} from '#db/schema/index.ts'
import { standingFacts } from './composition/standing.server.ts'
import { objectOf, type PanelObject } from './objects/object.ts'
import { limitsOfPanel, selectionLimits } from './requests/limiting.server.ts'
import type { PanelFacts } from './rules.ts'
import type { SelectionRules } from './selecting.ts'
import { sheetsState } from './sheets/facts.server.ts'

export type PanelRow = typeof panels.$inferSelect
export type SeatRow = typeof seats.$inferSelect
export type InvitationRow = typeof invitations.$inferSelect
export type Seated = SeatRow & { invitation: InvitationRow | null }
export interface PanelState {
  panel: PanelRow
  object: PanelObject
  /** seats of the standing selection that nobody left */
  seats: Seated[]
  facts: PanelFacts
}

/** A panel within reach; Problem('not-found') otherwise. */
export async function panelState(ctx: Ctx, panelId: string): Promise<PanelState> {
  return stateOf(ctx, await rowOf(ctx, and(eq(panels.id, panelId), panelKnownTo(viewerOf(ctx)))))
}

/** The same without asking who looks: for the acts of invited people, which have their own rules, and for jobs. */
export async function lockedState(ctx: Ctx, panelId: string): Promise<PanelState> {
  await ctx.db.select({ id: panels.id }).from(panels).where(eq(panels.id, panelId)).for('update')
  return unlockedState(ctx, panelId)
}

/** The same without waiting: for reads whose reach was decided by a sheet or a conclusion. */
export async function unlockedState(ctx: Ctx, panelId: string): Promise<PanelState> {
  return stateOf(ctx, await rowOf(ctx, eq(panels.id, panelId)))
}

/** A panel within reach, after waiting for whoever changes it now. */
export async function lockPanel(ctx: Ctx, panelId: string): Promise<PanelState> {
  await ctx.db.select({ id: panels.id }).from(panels).where(eq(panels.id, panelId)).for('update')
  return panelState(ctx, panelId)
}

/** The id behind a public number, whoever may see it. */
export async function panelIdOf(ctx: Pick<Ctx, 'db'>, number: number): Promise<string> {
  return found((await ctx.db.select({ id: panels.id }).from(panels).where(eq(panels.number, number)))[0]).id
}

/** Size, reserve, quotas and directions as selecting takes them; directions by code of their version. */
export async function rulesOf(ctx: Pick<Ctx, 'db'>, panel: PanelRow): Promise<SelectionRules> {
  const directions = await ctx.db
    .select({ code: panelDirections.directionVersionId, minimum: panelDirections.minimum })
    .from(panelDirections)
    .innerJoin(directionVersions, eq(directionVersions.id, panelDirections.directionVersionId))
    .where(eq(panelDirections.panelId, panel.id))
    .orderBy(asc(directionVersions.position), asc(directionVersions.id))
  const { size, reserve, maxPerOrganisation, maxPerMunicipality } = panel
  const beyond = selectionLimits(await limitsOfPanel(ctx, panel.id))
  return { size, reserve, maxPerOrganisation, maxPerMunicipality, directions, ...beyond }
}

/** True when the last day of a term is over. */
export function isOver(ctx: Ctx, lastDay: string): boolean {
  return dayOf(ctx.now, ctx.zone) > lastDay
}

async function rowOf(ctx: Ctx, condition: SQL | undefined) {
  const [row] = await ctx.db
    .select({ panel: panels, draft: drafts, municipalityId: organisations.municipalityId })
    .from(panels)
    .leftJoin(drafts, eq(drafts.id, panels.draftId))
    .innerJoin(organisations, eq(organisations.id, panels.organisationId))
    .where(condition)
  return found(row)
}

async function stateOf(
  ctx: Ctx,
  row: { panel: PanelRow; draft: typeof drafts.$inferSelect | null; municipalityId: string | null },
): Promise<PanelState> {
  const { panel, draft, municipalityId } = row
  const seated = await ctx.db
    .select({ seat: seats, invitation: invitations })
    .from(seats)
    .leftJoin(invitations, eq(invitations.seatId, seats.id))
    .where(and(eq(seats.panelId, panel.id), isNull(seats.leftAt)))
    .orderBy(asc(seats.rank))
  const all = seated.map(({ seat, invitation }) => ({ ...seat, invitation }))
  const members = all.filter(
    ({ standing, invitation }) => standing === 'member' && invitation?.answer === 'accepted',
  )
  const facts: PanelFacts = {
    place: {
      organisationId: panel.organisationId,
      municipalityId,
      directionIds: await coveredDirections(ctx, panel.id),
    },
    requestedById: panel.requestedById,
    cancelled: panel.cancelledAt !== null,
    convened: panel.convenedAt !== null,
    selected: all.length > 0,
    invited: await invitedFact(ctx, panel.id),
    memberIds: members.map(({ personId }) => personId),
    complete: members.length >= panel.size,
    overdue: isOver(ctx, panel.lastDay),
    ...(await standingFacts(ctx, panel, all)),
    ...(await sheetsState(ctx, panel, panel.convenedAt === null ? 0 : all.filter(isMember).length)),
  }
  return { panel, object: objectOf(panel, draft), seats: all, facts }
}

async function coveredDirections(ctx: Ctx, panelId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ id: directionVersions.directionId })
    .from(panelDirections)
    .innerJoin(directionVersions, eq(directionVersions.id, panelDirections.directionVersionId))
    .where(eq(panelDirections.panelId, panelId))
  return rows.map(({ id }) => id)
}

async function invitedFact(ctx: Ctx, panelId: string): Promise<boolean> {
  const [sent] = await ctx.db
    .select({ id: invitations.id })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(eq(seats.panelId, panelId))
    .limit(1)
  return sent !== undefined
}

const isMember = ({ standing }: Seated) => standing === 'member'

/** The standing selection of a panel, or null: an announced lot that is not drawn yet has nobody chosen. */
export async function standingSelection(ctx: Pick<Ctx, 'db'>, panelId: string) {
  const [row] = await ctx.db
    .select()
    .from(selections)
    .where(and(eq(selections.panelId, panelId), isNull(selections.supersededById)))
    .orderBy(asc(selections.selectedAt))
    .limit(1)
  return row ?? null
}
