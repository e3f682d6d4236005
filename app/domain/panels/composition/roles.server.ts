/**
 * Who leads a panel: chair and deputy among those who accepted, a secretary of the staff; and the days on which the chair
 * is away. Nothing is granted: what they may do follows from the panel's own facts.
 */

import { and, eq, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { refuseBarred } from '#app/domain/panels/conflicts/seated.server.ts'
import { lockPanel, type PanelState } from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { chairAbsences, panels, seats } from '#db/schema/index.ts'
import { appointChair } from './convening.server.ts'

export interface Roles {
  /** seats; null where nobody is named yet */
  chair: string | null
  deputy: string | null
  /** a person of the staff */
  secretary: string | null
}

/** Names all three at once; what stays as it was is not said again. Problems: chair-not-accepted, same-person, secretary-unknown. */
export async function appointRoles(ctx: ActingCtx, panelId: string, roles: Roles): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    const { chair, deputy, secretary } = roles
    if (chair !== null && chair === deputy) throw new Problem('same-person', {}, 'deputy')
    const was = (role: 'chair' | 'deputy') => state.seats.find(({ isChair }) => isChair === role)?.id ?? null
    if (chair === null && was('chair') !== null) throw new Problem('required', {}, 'chair')
    // a deputy who becomes the chair leaves the first place free
    if (was('deputy') !== null && was('deputy') !== deputy) await appointDeputy(ctx, panelId, null)
    if (chair !== null && chair !== was('chair')) await appointChair(ctx, panelId, chair)
    if (deputy !== null && deputy !== was('deputy')) await appointDeputy(ctx, panelId, deputy)
    if (secretary !== state.panel.secretaryId) await appointSecretary(ctx, panelId, secretary)
  })
}

/** Names the deputy, or nobody. */
export async function appointDeputy(ctx: ActingCtx, panelId: string, seatId: string | null): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.appointChair, ctx.actor, state.facts)
    const before = and(eq(seats.panelId, panelId), isNull(seats.leftAt), eq(seats.isChair, 'deputy'))
    await ctx.db.update(seats).set({ isChair: null }).where(before)
    if (seatId !== null) await nameDeputy(ctx, state, seatId)
    const object = { kind: 'panel', id: panelId }
    await record(ctx, 'panel.deputy-appointed', object, seatId === null ? {} : { seat: seatId })
  })
}

async function nameDeputy(ctx: ActingCtx, state: PanelState, seatId: string) {
  const seat = found(state.seats.find(({ id }) => id === seatId))
  if (seat.standing !== 'member' || seat.invitation?.answer !== 'accepted')
    throw new Problem('chair-not-accepted', {}, 'deputy')
  if (seat.isChair === 'chair') throw new Problem('same-person', {}, 'deputy')
  await refuseBarred(ctx, state, [seat.personId])
  await ctx.db.update(seats).set({ isChair: 'deputy' }).where(eq(seats.id, seatId))
  await notify(ctx, seat.personId, 'panel.deputy', {
    ...{ objectKind: 'panel', objectId: state.panel.id, address: '/cabinet/invitations' },
    facts: { ...told(state.object) },
  })
}

/** Names the secretary, who is no member and works for the organisation of the panel; or nobody. */
export async function appointSecretary(
  ctx: ActingCtx,
  panelId: string,
  personId: string | null,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.appointSecretary, ctx.actor, state.facts)
    if (personId !== null) {
      if (state.seats.some((seat) => seat.personId === personId))
        throw new Problem('same-person', {}, 'secretary')
      const known = await secretariesFor(ctx, state.panel.organisationId)
      if (!known.some((one) => one.personId === personId))
        throw new Problem('secretary-unknown', {}, 'secretary')
    }
    await ctx.db.update(panels).set({ secretaryId: personId }).where(eq(panels.id, panelId))
    const object = { kind: 'panel', id: panelId }
    await record(ctx, 'panel.secretary-appointed', object, { appointed: personId !== null })
    if (personId === null) return
    await notify(ctx, personId, 'panel.secretary', {
      ...{ objectKind: 'panel', objectId: panelId, address: `/panels/${state.panel.number}` },
      facts: { ...told(state.object) },
    })
  })
}

/** Who can be the secretary: people with a sign-in who work for the organisation today, or hold a role over it. */
export async function secretariesFor(ctx: Ctx & { actor: ActingCtx['actor'] }, organisationId: string) {
  const { today } = ctx.actor
  const rows = await ctx.db.execute<{ id: string; number: number; name: string; post: string | null }>(sql`
    select p.id, p.number, trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name, w.post
    from people p join users u on u.person_id = p.id
    left join lateral (select e.post from employments e where e.person_id = p.id
      and e.organisation_id = ${organisationId} and e.during @> ${today}::date order by e.id limit 1) w on true
    where p.merged_into_id is null and (w.post is not null or exists (select 1 from grants g
      where g.person_id = p.id and g.scope_kind = 'organisation' and g.scope_id = ${organisationId}
        and g.during @> ${today}::date))
    order by p.family_name, p.given_name, p.number limit 200`)
  return rows.map(({ id, ...row }) => ({ personId: id, ...row }))
}

/** Writes down that the chair is away: the deputy acts on these days. Problems at `untilDay`: day-order. */
export async function recordAbsence(
  ctx: ActingCtx,
  panelId: string,
  { fromDay, untilDay }: { fromDay: string; untilDay: string | null },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { panel, object, facts, seats: seated } = await lockPanel(ctx, panelId)
    authorize(panelRules.absence, ctx.actor, facts)
    const chair = seated.find(({ isChair }) => isChair === 'chair')
    const deputy = seated.find(({ isChair }) => isChair === 'deputy')
    if (!chair || !deputy) throw new Problem('panel-no-deputy')
    if (untilDay !== null && untilDay < fromDay) throw new Problem('day-order', {}, 'untilDay')
    await endOpen(ctx, panelId)
    const id = uuidv7()
    const by = { recordedById: ctx.actor.personId, recordedAt: ctx.now }
    await ctx.db
      .insert(chairAbsences)
      .values({ id, panelId, personId: chair.personId, fromDay, untilDay, ...by })
    await record(ctx, 'panel.chair-away', { kind: 'panel', id: panelId }, { number: panel.number })
    await notify(ctx, deputy.personId, 'panel.deputy-acts', {
      ...{ objectKind: 'absence', objectId: id, address: '/cabinet/invitations' },
      facts: { ...told(object), from: fromDay },
    })
  })
}

/** The chair is back. */
export async function endAbsence(ctx: ActingCtx, panelId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { panel, facts } = await lockPanel(ctx, panelId)
    authorize(panelRules.absence, ctx.actor, facts)
    if (!(await endOpen(ctx, panelId))) throw new Problem('not-found')
    await record(ctx, 'panel.chair-back', { kind: 'panel', id: panelId }, { number: panel.number })
  })
}

async function endOpen(ctx: ActingCtx, panelId: string): Promise<boolean> {
  const open = and(eq(chairAbsences.panelId, panelId), isNull(chairAbsences.endedAt))
  const ended = await ctx.db.update(chairAbsences).set({ endedAt: ctx.now }).where(open).returning()
  return ended.length > 0
}
