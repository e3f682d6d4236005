/**
 * «Не сейчас»: the seat goes to the reserve, and it is no refusal. The person stays in the pool, is not asked before the
 * day they named, and can be asked again from that day on while a place of the panel is free.
 */
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { candidatesOf, rowsOf } from '#app/domain/panels/candidates.server.ts'
import { lockPanel, rulesOf } from '#app/domain/panels/facts.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { faultsOf } from '#app/domain/panels/selecting.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { authorize } from '#app/domain/rules.ts'
import { invitations, seats } from '#db/schema/index.ts'
import { answering, tellStaff } from './answering.server.ts'
import { invite, moveUp } from './inviting.server.ts'

/** How far ahead somebody may put an invitation off. */
const farthest = 366

/** Puts the invitation off until the day. Problems: ask-after-past, ask-after-far; those of every answer. */
export async function postponeInvitation(
  ctx: ActingCtx,
  invitationId: string,
  askAfter: string,
): Promise<void> {
  await answering(ctx, invitationId, async (ctx, { state, seat }) => {
    refuseDay(ctx, askAfter)
    await ctx.db
      .update(invitations)
      .set({ answer: 'later', answeredAt: ctx.now, askAfter })
      .where(eq(invitations.id, invitationId))
    const object = { kind: 'invitation', id: invitationId }
    await record(ctx, 'invitation.postponed', object, { panel: state.panel.number })
    await moveUp(ctx, state, seat)
    await tellStaff(ctx, state, 'invitation.postponed', invitationId)
  })
}

/** Problems at `askAfter`: a day that is not ahead, or a year and more away. */
export function refuseDay(ctx: ActingCtx, askAfter: string | undefined): void {
  const today = dayOf(ctx.now, ctx.zone)
  if (askAfter === undefined || askAfter <= today) throw new Problem('ask-after-past', {}, 'askAfter')
  if (askAfter > dayAfter(today, farthest)) throw new Problem('ask-after-far', {}, 'askAfter')
}

/**
 * Asks again who put the invitation off; the person gets a seat of their own, the first stays with its
 * answer. Problems: no-free-place, ask-too-early, seat-not-eligible, renewal-breaks-quota.
 */
export async function renewInvitation(
  ctx: ActingCtx,
  panelId: string,
  invitationId: string,
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.replace, ctx.actor, state.facts)
    const [row] = await ctx.db
      .select({ seat: seats, invitation: invitations })
      .from(invitations)
      .innerJoin(seats, eq(seats.id, invitations.seatId))
      .where(eq(invitations.id, invitationId))
    const { seat, invitation } = found(row?.seat.panelId === panelId ? row : null)
    const { answer, askAfter } = invitation
    if (answer !== 'later') throw new Problem('invitation-answered')
    if (askAfter !== null && askAfter > dayOf(ctx.now, ctx.zone))
      throw new Problem('ask-too-early', { day: askAfter })
    if (state.facts.vacant === 0) throw new Problem('no-free-place')
    if (state.seats.some(({ personId }) => personId === seat.personId)) throw new Problem('already-seated')
    await refuseUnfit(ctx, state, seat)
    const { selectionId, personId, rank } = seat
    const id = uuidv7()
    await ctx.db.insert(seats).values({
      ...{ id, panelId, selectionId, personId, rank, standing: 'member' as const },
      reasons: [...seat.reasons, { code: 'asked-again', facts: {} }],
      ...{ replacesId: seat.id, createdAt: ctx.now },
    })
    await record(ctx, 'invitation.renewed', { kind: 'seat', id }, { panel: state.panel.number })
    await invite(ctx, state, { id, personId })
    return id
  })
}

/** The same limits and conflicts as when the reserve moves up. */
async function refuseUnfit(
  ctx: ActingCtx,
  state: Awaited<ReturnType<typeof lockPanel>>,
  { personId, rank }: { personId: string; rank: number },
) {
  const candidates = await candidatesOf(ctx, state)
  const rows = new Map(rowsOf(candidates).map((row, at) => [candidates[at]?.personId ?? '', row]))
  const one = candidates.find((candidate) => candidate.personId === personId)
  const row = rows.get(personId)
  if (!one || !row || one.conflict !== null) throw new Problem('seat-not-eligible', { rank })
  const members = state.seats.filter(({ standing }) => standing === 'member')
  const rest = members.flatMap((member) => rows.get(member.personId) ?? [])
  const rules = await rulesOf(ctx, state.panel)
  // a place still empty after this one covers what is not covered yet
  const open = state.facts.vacant > 1 ? { ...rules, directions: [] } : rules
  if (faultsOf([...rest, row], { ...open, size: rest.length + 1 }).length > 0)
    throw new Problem('renewal-breaks-quota')
}
