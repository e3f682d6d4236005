/** «Отвод»: anybody who can know the members asks for one to be taken off, and is answered by a day with reasons. */
import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify, notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { lockedState, type PanelState, standingSelection } from '#app/domain/panels/facts.server.ts'
import { publicObject, told } from '#app/domain/panels/objects/object.ts'
import { publicPanelId } from '#app/domain/panels/objects/public.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { challenges, people } from '#db/schema/index.ts'
import { type ChallengeFacts, conflictRules } from './rules.ts'
import { unseat } from './unseating.server.ts'

export type ChallengeRow = typeof challenges.$inferSelect

/** Asks for a member to be taken off; `member` is a public number. Returns the id of the challenge. */
export async function challengeMember(
  ctx: ActingCtx,
  panelNumber: number,
  { member, reason }: { member: number; reason: string },
): Promise<string> {
  const panelId = await publicPanelId(ctx, panelNumber)
  const { rates, conflicts } = content().settings
  await countAttempt(ctx, 'challenge', ctx.actor.personId, rates.challengesPerPerson)
  return atomically(ctx, async (ctx) => {
    const state = await lockedState(ctx, panelId)
    const [person] = await ctx.db.select({ id: people.id }).from(people).where(eq(people.number, member))
    const seat = state.seats.find(({ personId }) => personId === person?.id)
    if (!seat) throw new Problem('challenge-nobody', {}, 'member')
    const { personId } = seat
    const [open] = await ctx.db
      .select({ id: challenges.id })
      .from(challenges)
      .where(
        and(
          ...[eq(challenges.panelId, panelId), eq(challenges.personId, personId)],
          ...[eq(challenges.byId, ctx.actor.personId), isNull(challenges.outcome)],
        ),
      )
    const byId = ctx.actor.personId
    const facts = { challengedId: personId, byId, open: open !== undefined, answered: false }
    authorize(conflictRules.challenge, ctx.actor, { ...state.facts, ...facts })
    const [id, today] = [uuidv7(), dayOf(ctx.now, ctx.zone)]
    await ctx.db.insert(challenges).values({
      ...{ id, panelId, personId, byId, reason, createdAt: ctx.now },
      due: dayAfter(today, conflicts.challengeDays),
    })
    await record(ctx, 'panel.challenged', { kind: 'panel', id: panelId }, { challenge: id })
    await notifyAll(ctx, await answering(ctx, state), 'challenge.made', noticeOf(state, id))
    return id
  })
}

/** Answers with reasons; upheld, the member leaves the seat and the reserve moves up. */
export async function answerChallenge(
  ctx: ActingCtx,
  challengeId: string,
  { outcome, answer }: { outcome: 'upheld' | 'rejected'; answer: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { panelId } = found(
      (
        await ctx.db
          .select({ panelId: challenges.panelId })
          .from(challenges)
          .where(eq(challenges.id, challengeId))
      )[0],
    )
    const state = await lockedState(ctx, panelId)
    const [row] = await ctx.db.select().from(challenges).where(eq(challenges.id, challengeId)).for('update')
    const challenge = found(row)
    if (conflictRules.readChallenge(ctx.actor, factsOf(state, challenge)) !== null) found(null)
    authorize(conflictRules.answer, ctx.actor, factsOf(state, challenge))
    await ctx.db
      .update(challenges)
      .set({ outcome, answer, answeredById: ctx.actor.personId, answeredAt: ctx.now })
      .where(eq(challenges.id, challengeId))
    const seat = state.seats.find(({ personId }) => personId === challenge.personId)
    if (outcome === 'upheld' && seat) {
      await unseat(ctx, state, seat, 'challenge')
      if (seat.invitation)
        await notify(ctx, seat.personId, 'panel.unseated', {
          ...{ objectKind: 'seat', objectId: seat.id, address: '/cabinet/invitations' },
          facts: { ...told(state.object) },
        })
    }
    await record(
      ctx,
      outcome === 'upheld' ? 'panel.challenge-upheld' : 'panel.challenge-rejected',
      { kind: 'panel', id: panelId },
      { challenge: challengeId },
    )
    await notify(ctx, challenge.byId, 'challenge.answered', noticeOf(state, challengeId))
  })
}

export function factsOf({ facts }: PanelState, { personId, byId, outcome }: ChallengeRow): ChallengeFacts {
  return { ...facts, challengedId: personId, byId, open: false, answered: outcome !== null }
}

/** The secretary and whoever selected: they answer. */
export async function answering(ctx: Ctx, { panel }: PanelState): Promise<string[]> {
  const selected = (await standingSelection(ctx, panel.id))?.selectedById
  return [panel.secretaryId, selected].filter((one) => typeof one === 'string')
}

export function noticeOf({ panel, object }: PanelState, id: string) {
  const address = `/panels/${panel.number}/challenges/${id}`
  return {
    objectKind: 'challenge',
    objectId: id,
    address,
    facts: { title: publicObject(object).title ?? panel.title },
  }
}
