/**
 * How a panel stands: who acts as its chair, who has lost the status, whether an act covers its composition.
 *
 * The deputy acts while there is no chair, or the chair is away with a record or no longer in the registry. An act names
 * the whole composition; when the members or their roles differ from the last act, an amending act is due.
 */
import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import type { PanelRow, Seated } from '#app/domain/panels/facts.server.ts'
import type { StandingFacts } from '#app/domain/panels/rules.ts'
import { content } from '#content/load.ts'
import { inForce } from '#db/reach/experts.ts'
import { declaredSeat } from '#db/reach/panels.ts'
import { chairAbsences, panelActSeats, panelActs, seats, sheets } from '#db/schema/index.ts'

/** The facts of how the panel stands, from everybody seated. */
export async function standingFacts(
  ctx: Ctx,
  panel: PanelRow,
  seated: readonly Seated[],
): Promise<StandingFacts> {
  const seatedMembers = seated.filter(({ standing }) => standing === 'member')
  const members = seatedMembers.filter(({ invitation }) => invitation?.answer === 'accepted')
  const lostIds = panel.cancelledAt ? [] : await lostAmong(ctx, panel, members)
  const byAct = panel.byAct ?? content().settings.panels.actTiers.includes(panel.tier)
  return {
    secretaryId: panel.secretaryId,
    chairId: await chairOf(ctx, panel, members, lostIds),
    byAct,
    approved: await approvedFact(ctx, panel, byAct, members),
    lostIds,
    declaredIds: await declaredAmong(ctx, members),
    vacant: Math.max(0, panel.size - seatedMembers.length),
  }
}

/** The seats of the last act, with their roles; null before the first one. */
export async function lastActOf(ctx: Pick<Ctx, 'db'>, panelId: string) {
  const [act] = await ctx.db
    .select()
    .from(panelActs)
    .where(eq(panelActs.panelId, panelId))
    .orderBy(desc(panelActs.id))
    .limit(1)
  if (!act) return null
  const rows = await ctx.db
    .select()
    .from(panelActSeats)
    .where(eq(panelActSeats.actId, act.id))
    .orderBy(asc(panelActSeats.seatId))
  return { act, seats: rows }
}

/** The role of a seat as an act prints it. */
export const roleOf = ({ standing, isChair }: Pick<Seated, 'standing' | 'isChair'>) =>
  standing === 'reserve' ? 'reserve' : (isChair ?? 'member')

async function approvedFact(ctx: Ctx, panel: PanelRow, byAct: boolean, members: readonly Seated[]) {
  const last = await lastActOf(ctx, panel.id)
  if (!last) return !byAct
  const named = last.seats.filter(({ role }) => role !== 'reserve').map((one) => `${one.seatId} ${one.role}`)
  const now = members.map((seat) => `${seat.id} ${roleOf(seat)}`)
  return named.sort().join() === now.sort().join()
}

async function chairOf(
  ctx: Ctx,
  panel: PanelRow,
  members: readonly Seated[],
  lostIds: readonly string[],
): Promise<string | null> {
  const standing = members.filter(({ personId }) => !lostIds.includes(personId))
  const chair = standing.find(({ isChair }) => isChair === 'chair')?.personId ?? null
  const deputy = standing.find(({ isChair }) => isChair === 'deputy')?.personId ?? null
  if (chair === null || deputy === null) return chair ?? deputy
  return (await absenceOf(ctx, panel.id, chair)) ? deputy : chair
}

/** The absence of a person that lasts today, or null. */
export async function absenceOf(ctx: Ctx, panelId: string, personId: string) {
  const today = dayOf(ctx.now, ctx.zone)
  const [row] = await ctx.db
    .select()
    .from(chairAbsences)
    .where(
      and(
        eq(chairAbsences.panelId, panelId),
        eq(chairAbsences.personId, personId),
        isNull(chairAbsences.endedAt),
        lte(chairAbsences.fromDay, today),
        or(isNull(chairAbsences.untilDay), sql`${chairAbsences.untilDay} >= ${today}`),
      ),
    )
    .limit(1)
  return row ?? null
}

/** Who of these has signed both texts. */
async function declaredAmong(ctx: Ctx, members: readonly Seated[]): Promise<string[]> {
  if (members.length === 0) return []
  const rows = await ctx.db
    .select({ id: seats.id, personId: seats.personId })
    .from(seats)
    .where(
      and(
        inArray(
          seats.id,
          members.map(({ id }) => id),
        ),
        declaredSeat,
      ),
    )
  return rows.map(({ personId }) => personId)
}

/** Who of these has no status in any direction of the panel today. What was sent while it stood counts. */
async function lostAmong(ctx: Ctx, panel: PanelRow, members: readonly Seated[]): Promise<string[]> {
  if (members.length === 0) return []
  const today = dayOf(ctx.now, ctx.zone)
  const ids = members.map(({ personId }) => personId)
  const rows = await ctx.db.execute<{ person_id: string }>(sql`
    select distinct s.person_id from statuses s
    join direction_versions v on v.id = s.direction_version_id
    join direction_versions asked on asked.direction_id = v.direction_id
    join panel_directions d on d.direction_version_id = asked.id and d.panel_id = ${panel.id}
    where s.person_id in ${ids} and ${inForce(today)}`)
  const holding = new Set(rows.map(({ person_id }) => person_id))
  const without = members.filter(({ personId }) => !holding.has(personId))
  if (without.length === 0) return []
  const sent = await ctx.db
    .select({ seatId: sheets.seatId })
    .from(sheets)
    .where(
      and(
        inArray(
          sheets.seatId,
          without.map(({ id }) => id),
        ),
        isNotNull(sheets.sentAt),
      ),
    )
  const done = new Set(sent.map(({ seatId }) => seatId))
  return without.filter(({ id }) => !done.has(id)).map(({ personId }) => personId)
}
