/**
 * Drawing an announced lot: the seed gives every work its experts, and they are invited in the same moment.
 *
 * Whatever falls is written down for ever. Where somebody drawn can no longer judge the work, nobody is invited: then the
 * probabilities are reckoned anew and another lot, which names this one, is announced.
 */
import { eq } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { isStale, seatBatch } from '#app/domain/panels/contests/approving.server.ts'
import { approvable, newestBatch } from '#app/domain/panels/contests/batching.server.ts'
import { step } from '#app/domain/panels/contests/contesting.server.ts'
import { lockContest } from '#app/domain/panels/contests/facts.server.ts'
import { fieldOf } from '#app/domain/panels/contests/field.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { lotterySeed } from '#app/domain/panels/lottery/protocol.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestLots } from '#db/schema/index.ts'
import { newestLot } from './announcing.server.ts'
import { drawnWorks } from './drawn.ts'
import { type DrawnWork, drawnRows, type LotRules, type LotShares } from './protocol.ts'
import { keptRows, lotProtocol, openRows, type StoredLot } from './published.ts'

/** Draws the lot with this number; returns how many people were invited, null when what fell is stale. */
export async function drawContestLot(
  ctx: ActingCtx,
  number: number,
  { publicValue, lot }: { publicValue: string; lot: number },
): Promise<number | null> {
  return atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.compose, ctx.actor, facts)
    const stored = await newestLot(ctx, contest.id)
    if (!stored || stored.lot !== lot || stored.seed !== null) throw new Problem('contest-lot-none')
    const batch = approvable(await newestBatch(ctx, contest.id))
    if (batch.id !== stored.batchId) throw new Problem('contest-batch-stale')
    const seed = lotterySeed(stored.secret, publicValue, stored.announcement)
    const chosen = chosenBy(stored, seed)
    const drawn = { publicValue, seed, drawnAt: ctx.now, chosen: chosen.map((one) => ({ ...one })) }
    const { sha256 } = lotProtocol(contest.number, { ...stored, ...drawn })
    await ctx.db
      .update(contestLots)
      .set({ ...drawn, drawnById: ctx.actor.personId, sha256 })
      .where(eq(contestLots.id, stored.id))
    await step(ctx, contest.id, 'lot-drawn', { facts: { lot } })
    await record(ctx, 'contest.lot-drawn', { kind: 'contest', id: contest.id }, { lot, sha256 })
    const field = await fieldOf(ctx, contest)
    const works = drawnWorks({ ...stored, ...drawn }, field)
    if (isStale(field, works)) return null
    return seatBatch(ctx, contest, { batch, field, works, reason: `lot ${sha256}` })
  })
}

function chosenBy(stored: StoredLot, seed: string): DrawnWork[] {
  const [rules, shares] = [stored.rules as unknown as LotRules, stored.shares as unknown as LotShares]
  return drawnRows(openRows(keptRows(stored)), rules, shares, seed)
}
