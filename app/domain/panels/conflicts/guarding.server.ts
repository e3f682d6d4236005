/**
 * Guarding: before people are asked, before sheets open, before a sheet is sent and before a conclusion is issued,
 * conflicts are looked for again; whoever has got one stops the step.
 *
 * What was found is written down and told to whoever selects in a transaction of its own, so that the refusal does not
 * take it back. Who it is is named only to those who may read conflicts.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import {
  lockedState,
  lockPanel,
  type PanelState,
  type Seated,
  standingSelection,
} from '#app/domain/panels/facts.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import type { PanelFacts } from '#app/domain/panels/rules.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize, type Rule } from '#app/domain/rules.ts'
import { invitations, seats, sheets } from '#db/schema/index.ts'
import { decisionsOf } from './deciding.server.ts'
import { fingerprintOf, keepConflicts } from './keeping.server.ts'
import { barOf, type Finding } from './kinds.ts'
import { conflictRules } from './rules.ts'
import { conflictsOfSeats } from './seated.server.ts'

/**
 * Refuses a step of the panel while one of its members has a conflict that blocks; with `decided`, also while one that
 * warns has no decision. Only for whoever may take the step by its rule. `invitationId`: a step about one of them alone.
 */
export async function refuseConflicted(
  ctx: ActingCtx,
  panelId: string,
  rule: Rule<PanelFacts>,
  { decided = false, invitationId }: { decided?: boolean; invitationId?: string } = {},
): Promise<void> {
  const held = await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(rule, ctx.actor, state.facts)
    const members = state.seats.filter(
      ({ standing, invitation }) =>
        standing === 'member' && (invitationId === undefined || invitation?.id === invitationId),
    )
    const found = await checked(ctx, state, members)
    const blocked = members.filter(({ personId }) => barOf(found.get(personId)) !== null)
    if (blocked.length > 0) return heldBy(ctx, state, 'member-conflict', blocked)
    const open = decided ? await undecided(ctx, state, members, found) : []
    return open.length > 0 ? heldBy(ctx, state, 'conflict-undecided', open) : null
  })
  if (held) throw held
}

/** Refuses the actor's own acceptance or sheet while the site knows of a conflict that blocks; others are not asked about. */
export async function refuseOwnConflict(
  ctx: ActingCtx,
  on: { invitationId: string } | { sheetId: string },
): Promise<void> {
  const mine = and(
    eq(seats.personId, ctx.actor.personId),
    isNull(seats.leftAt),
    'sheetId' in on ? eq(sheets.id, on.sheetId) : eq(invitations.id, on.invitationId),
  )
  const [own] = await ctx.db
    .select({ panelId: seats.panelId })
    .from(seats)
    .innerJoin(invitations, eq(invitations.seatId, seats.id))
    .leftJoin(sheets, eq(sheets.seatId, seats.id))
    .where(mine)
  if (!own) return
  const held = await atomically(ctx, async (ctx) => {
    const state = await lockedState(ctx, own.panelId)
    if (state.facts.cancelled || state.facts.issued) return null
    const seated = state.seats.filter(({ personId }) => personId === ctx.actor.personId)
    const findings = (await checked(ctx, state, seated)).get(ctx.actor.personId) ?? []
    const kinds = findings.filter(({ weight }) => weight === 'block').map(({ kind }) => kind)
    return kinds.length > 0 ? new Problem('own-conflict', { kinds: kinds.join() }) : null
  })
  if (held) throw held
}

/** Finds, writes down and tells what is new; for the guards and for the nightly look at live panels. */
export async function checked(
  ctx: Ctx,
  state: PanelState,
  seated: readonly Seated[],
): Promise<Map<string, Finding[]>> {
  const found = await conflictsOfSeats(ctx, state, seated)
  const people = seated.map(({ personId }) => ({ personId, findings: found.get(personId) ?? [] }))
  const fresh = await keepConflicts(ctx, state.panel.id, people)
  if (fresh.length === 0) return found
  const { panel, object } = state
  await record(ctx, 'panel.conflict-found', { kind: 'panel', id: panel.id }, { count: fresh.length })
  const staff = [panel.secretaryId, (await standingSelection(ctx, panel.id))?.selectedById]
  for (const { id } of fresh)
    await notifyAll(
      ctx,
      staff.filter((one) => typeof one === 'string'),
      'conflict.found',
      {
        ...{ objectKind: 'conflict', objectId: id, address: `/panels/${panel.number}/conflicts` },
        facts: { ...told(object) },
      },
    )
  return found
}

async function undecided(
  ctx: Ctx,
  state: PanelState,
  members: readonly Seated[],
  found: ReadonlyMap<string, Finding[]>,
): Promise<Seated[]> {
  const decided = new Set(
    (await decisionsOf(ctx, state.panel.id)).map(
      ({ conflict }) => `${conflict.personId} ${conflict.kind} ${conflict.fingerprint}`,
    ),
  )
  return members.filter(({ personId }) =>
    (found.get(personId) ?? []).some(
      ({ kind, facts }) => !decided.has(`${personId} ${kind} ${fingerprintOf(facts)}`),
    ),
  )
}

/** The refusal; with names for those who may read conflicts. */
async function heldBy(
  ctx: ActingCtx,
  state: PanelState,
  code: 'member-conflict' | 'conflict-undecided',
  seated: readonly Seated[],
): Promise<Problem> {
  if (conflictRules.read(ctx.actor, state.facts) !== null) return new Problem(code)
  const places = await placesOf(
    ctx,
    seated.map(({ personId }) => personId),
  )
  const who = places.map(({ name, number }) => (name ? `${name} (№\u00a0${number})` : `№\u00a0${number}`))
  return new Problem(`${code}-named`, { who: who.join(', ') })
}
