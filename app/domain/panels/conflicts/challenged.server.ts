/**
 * Challenges as they are read: one by whoever asked and by those who answer, those of a panel by those who answer, the
 * own ones by whoever asked. The member who is challenged learns that it happened and how it ended, not by whom and why.
 */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { unlockedState } from '#app/domain/panels/facts.server.ts'
import { publicObject } from '#app/domain/panels/objects/object.ts'
import { publicPanelId } from '#app/domain/panels/objects/public.server.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { challenges, panels, people } from '#db/schema/index.ts'
import { type ChallengeRow, factsOf } from './challenging.server.ts'
import { conflictRules } from './rules.ts'

/** How a challenge stands: waiting for its answer, waiting past its day, or answered. */
export type ChallengeStanding = 'waiting' | 'late' | 'upheld' | 'rejected'

export function standingOf(ctx: Ctx, { outcome, due }: ChallengeRow): ChallengeStanding {
  return outcome ?? (dayOf(ctx.now, ctx.zone) > due ? 'late' : 'waiting')
}

const answeredOn = (ctx: Ctx, { answeredAt }: ChallengeRow) => answeredAt && dayOf(answeredAt, ctx.zone)

/** The panel with those who may be challenged in it, and the actor's own challenges there; for the page that makes one. */
export async function challengeable(ctx: ActingCtx, panelNumber: number) {
  const panelId = await publicPanelId(ctx, panelNumber)
  const state = await unlockedState(ctx, panelId)
  authorize(conflictRules.beginChallenge, ctx.actor, state.facts)
  const ids = state.seats.map(({ personId }) => personId).filter((one) => one !== ctx.actor.personId)
  const places = await placesOf(ctx, ids)
  const standings = new Map(state.seats.map(({ personId, standing }) => [personId, standing]))
  const mine = await ctx.db
    .select()
    .from(challenges)
    .where(and(eq(challenges.panelId, panelId), eq(challenges.byId, ctx.actor.personId)))
    .orderBy(desc(challenges.id))
  return {
    panel: { number: panelNumber, title: state.panel.title },
    members: places.map(({ personId, number, name, organisation }) => ({
      ...{ number, name, organisation, standing: standings.get(personId) ?? 'member' },
    })),
    mine: mine.map((row) => ({
      id: row.id,
      standing: standingOf(ctx, row),
      madeOn: dayOf(row.createdAt, ctx.zone),
    })),
  }
}

/** One challenge with its words, for both sides; whoever answers also reads who asks. Problem('not-found') for others. */
export async function challengeOf(ctx: ActingCtx, panelNumber: number, id: string) {
  const rows = await ctx.db
    .select({ challenge: challenges, panelNumber: panels.number })
    .from(challenges)
    .innerJoin(panels, eq(panels.id, challenges.panelId))
    .where(and(eq(challenges.id, id), eq(panels.number, panelNumber)))
  const { challenge } = found(rows[0])
  const state = await unlockedState(ctx, challenge.panelId)
  const facts = factsOf(state, challenge)
  if (conflictRules.readChallenge(ctx.actor, facts) !== null) found(null)
  const answers = conflictRules.read(ctx.actor, state.facts) === null
  const [whom] = await placesOf(ctx, [challenge.personId])
  const { number, name, organisation } = found(whom)
  return {
    id,
    panel: { number: panelNumber, title: state.panel.title },
    object: publicObject(state.object),
    ...{ whom: { number, name, organisation }, by: answers ? await askerOf(ctx, challenge.byId) : null },
    own: challenge.byId === ctx.actor.personId,
    standing: standingOf(ctx, challenge),
    ...{ madeOn: dayOf(challenge.createdAt, ctx.zone), due: challenge.due, reason: challenge.reason },
    ...{ answer: challenge.answer, answeredOn: answeredOn(ctx, challenge) },
    seated: state.seats.some(({ personId }) => personId === challenge.personId),
    ...{ answers, may: conflictRules.answer(ctx.actor, facts) === null },
  }
}

/** All of a panel, those that wait first; for those who answer. */
export async function challengesOfPanel(ctx: ActingCtx, panelId: string) {
  const rows = await ctx.db
    .select()
    .from(challenges)
    .where(eq(challenges.panelId, panelId))
    .orderBy(sql`outcome is not null`, asc(challenges.due), asc(challenges.id))
  const ids = rows.map(({ personId }) => personId)
  const places = new Map((await placesOf(ctx, ids)).map((place) => [place.personId, place]))
  return rows.map((row) => ({
    id: row.id,
    ...{ standing: standingOf(ctx, row), madeOn: dayOf(row.createdAt, ctx.zone), due: row.due },
    whom: { number: places.get(row.personId)?.number ?? 0, name: places.get(row.personId)?.name ?? null },
  }))
}

/** The actor's own challenges of all panels, newest first. */
export async function ownChallenges(ctx: ActingCtx) {
  const rows = await ctx.db
    .select({ challenge: challenges, number: panels.number, title: panels.title })
    .from(challenges)
    .innerJoin(panels, eq(panels.id, challenges.panelId))
    .where(eq(challenges.byId, ctx.actor.personId))
    .orderBy(desc(challenges.createdAt), desc(challenges.id))
    .limit(100)
  return rows.map(({ challenge, number, title }) => ({
    id: challenge.id,
    ...{ panel: { number, title }, standing: standingOf(ctx, challenge), due: challenge.due },
    ...{ madeOn: dayOf(challenge.createdAt, ctx.zone), answeredOn: answeredOn(ctx, challenge) },
  }))
}

/** Whether the actor has ever challenged anybody. */
export async function hasChallenged(ctx: ActingCtx): Promise<boolean> {
  const mine = eq(challenges.byId, ctx.actor.personId)
  return (await ctx.db.select({ id: challenges.id }).from(challenges).where(mine).limit(1)).length > 0
}

/** That the actor was challenged in this panel and how it ended: neither by whom nor with what words. */
export async function challengesOfMe(ctx: ActingCtx, panelId: string) {
  const rows = await ctx.db
    .select()
    .from(challenges)
    .where(and(eq(challenges.panelId, panelId), eq(challenges.personId, ctx.actor.personId)))
    .orderBy(asc(challenges.id))
  return rows.map((row) => ({
    standing: standingOf(ctx, row),
    madeOn: dayOf(row.createdAt, ctx.zone),
    due: row.due,
  }))
}

async function askerOf(ctx: Ctx, personId: string) {
  const [row] = await ctx.db
    .select({ number: people.number, familyName: people.familyName, givenName: people.givenName })
    .from(people)
    .where(eq(people.id, personId))
  const { number, ...name } = found(row)
  return { number, name: `${name.givenName} ${name.familyName}` }
}
