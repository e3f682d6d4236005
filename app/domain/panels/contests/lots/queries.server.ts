/**
 * Lots as they may be read: the protocol for everybody who may know of the contest, the own row for its person.
 *
 * A participant learns the code of the own work with the results, and is never told who judged it. So the drawn stand by
 * rows; who they are is for those who hold the contest, or for everybody where a setting says so.
 */
import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { newestBatch } from '#app/domain/panels/contests/batching.server.ts'
import { contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { fraction, printed } from '#app/domain/panels/fractions.ts'
import { found } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { contestLots } from '#db/schema/index.ts'
import { keptRows, lotProtocol, type StoredLot } from './published.ts'

export async function lotView(ctx: Ctx, number: number, lot: number) {
  const { contest, organisation, facts } = await contestByNumber(ctx, number)
  const [row] = await ctx.db
    .select()
    .from(contestLots)
    .where(and(eq(contestLots.contestId, contest.id), eq(contestLots.lot, lot)))
  const stored = found(row)
  const holds = contestRules.read(ctx.actor, facts) === null
  const named = holds || content().settings.contests.drawnNames === 'open'
  const protocol = lotProtocol(number, stored, { named })
  const batch = await newestBatch(ctx, contest.id)
  return {
    ...{ contest, organisation, protocol, holds },
    own: ownRow(ctx, stored),
    /** it was announced, and then panels were reckoned anew */
    abandoned: stored.seed === null && batch?.id !== stored.batchId,
  }
}

/** All lots of a contest, the first one first. */
export function lotsOf(ctx: Pick<Ctx, 'db'>, contestId: string) {
  const { lot, announcedAt, drawnAt, source, batchId, commitment } = contestLots
  return ctx.db
    .select({ lot, announcedAt, drawnAt, source, batchId, commitment })
    .from(contestLots)
    .where(eq(contestLots.contestId, contestId))
    .orderBy(asc(contestLots.lot))
}

/** The row of who asks, the salt that proves it, and the chances; null for who is not on the list. */
function ownRow(ctx: Ctx, stored: StoredLot) {
  const mine = ctx.actor && keptRows(stored).find(({ personId }) => personId === ctx.actor?.personId)
  if (!mine) return null
  const { shares } = lotProtocol(0, stored)
  const chances = shares.works.flatMap(({ code, shares: own }) =>
    own
      .filter(({ row }) => row === mine.row)
      .map(({ share }) => ({ code, chance: printed(fraction(share, shares.denominator)) })),
  )
  return { row: mine.row, salt: mine.salt, number: mine.number, chances }
}
