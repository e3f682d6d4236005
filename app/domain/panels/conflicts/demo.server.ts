/**
 * Conflicts of the demonstration: warnings with their decisions, a member who has begun to work for the developer after
 * accepting, a challenge with its answer and one that waits.
 */
import { eq } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { panelState } from '#app/domain/panels/facts.server.ts'
import { found } from '#app/domain/problem.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { panelStories } from '#content/panel-stories.ts'
import type { Db } from '#db/client.ts'
import { employments, people } from '#db/schema/index.ts'
import { answerChallenge, challengeMember } from './challenging.server.ts'
import { decisionsOf, waiveConflict } from './deciding.server.ts'
import { conflictsOfSeats } from './seated.server.ts'
import { watchPanel } from './watching.server.ts'

/** What a story needs of its panel. */
interface Told {
  db: Db
  id: string
  day: string
  cast: { actor(login: string, day: string): ActingCtx['actor'] }
  staff(offset: number): ActingCtx
}

/** Decides on every warning of members that waits for it. */
export async function settleWarnings(ctx: ActingCtx, panelId: string): Promise<void> {
  const state = await panelState(ctx, panelId)
  const found = await conflictsOfSeats(ctx, state)
  const decided = (await decisionsOf(ctx, panelId)).map(
    ({ conflict }) => `${conflict.personId} ${conflict.kind}`,
  )
  const ground = panelStories().kin.waiver
  for (const { id: seatId, personId, standing } of state.seats)
    for (const { kind, weight } of found.get(personId) ?? [])
      if (standing === 'member' && weight === 'warn' && !decided.includes(`${personId} ${kind}`))
        await waiveConflict(ctx, panelId, { seatId, kind, ground })
}

/** One member works for the developer since yesterday; another was challenged in vain, a third waits for the answer. */
export async function tellConflicts(panel: Told): Promise<void> {
  const { kin } = panelStories()
  const staff = panel.staff(-1)
  const { panel: row, object, seats } = await panelState(staff, panel.id)
  const accepted = seats.filter(({ invitation }) => invitation?.answer === 'accepted')
  const [moved, praised, named] = [accepted[0], accepted[1], accepted[2] ?? accepted[1]]
  if (!moved || !praised || !named) return
  const as = (login: string, offset: number): ActingCtx => ({
    ...panel.staff(offset),
    actor: panel.cast.actor(login, dayAfter(panel.day, offset)),
  })
  const numberOf = async (personId: string) => found(await numberIn(panel.db, personId))
  const vain = { member: await numberOf(praised.personId), reason: kin.challenge }
  const first = await challengeMember(as('participant', -2), row.number, vain)
  await answerChallenge(panel.staff(-1), first, { outcome: 'rejected', answer: kin.answer })
  const asked = { member: await numberOf(named.personId), reason: kin.waiting }
  await challengeMember(as('community', -1), row.number, asked)
  await panel.db.insert(employments).values({
    ...{ personId: moved.personId, organisationId: object.developerId, post: kin.post },
    during: `[${dayAfter(panel.day, -1)},)`,
  })
  await watchPanel({ ...staff, actor: null }, panel.id)
}

async function numberIn(db: Db, personId: string) {
  const rows = await db.select({ number: people.number }).from(people).where(eq(people.id, personId))
  return rows[0]?.number
}
