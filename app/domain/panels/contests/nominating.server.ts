/** Nominations: what works compete in, with the directions whose experts judge them; added and removed until announced. */
import { and, eq, inArray, max } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestNominations, directionVersions, nominationDirections } from '#db/schema/index.ts'
import { nominationOf } from './contesting.server.ts'
import { lockContest } from './facts.server.ts'
import type { NominationForm } from './forms.ts'
import { contestRules } from './rules.ts'

const MOST = 30

/** Adds a nomination at the end. Problems: one of that name is there, a direction is unknown, too many. */
export async function addNomination(
  ctx: ActingCtx,
  number: number,
  { title, directions, winners, prizes }: z.output<typeof NominationForm>,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.nominate, ctx.actor, facts)
    const own = eq(contestNominations.contestId, contest.id)
    const [same] = await ctx.db
      .select({ id: contestNominations.id })
      .from(contestNominations)
      .where(and(own, eq(contestNominations.title, title)))
    if (same) throw new Problem('nomination-twice', {}, 'title')
    const known = await ctx.db
      .select({ id: directionVersions.id })
      .from(directionVersions)
      .where(inArray(directionVersions.id, directions))
    if (known.length !== new Set(directions).size) throw new Problem('invalid', {}, 'directions')
    const [last] = await ctx.db
      .select({ position: max(contestNominations.position) })
      .from(contestNominations)
      .where(own)
    const position = (last?.position ?? 0) + 1
    if (position > MOST) throw new Problem('out-of-range', {}, 'title')
    const id = uuidv7()
    await ctx.db
      .insert(contestNominations)
      .values({ id, contestId: contest.id, position, title, winners, prizes })
    await ctx.db
      .insert(nominationDirections)
      .values(known.map((one) => ({ nominationId: id, directionVersionId: one.id })))
    await record(ctx, 'contest.nomination-added', { kind: 'contest', id: contest.id }, { nomination: id })
  })
}

/** Takes a nomination out of a contest that is still prepared. */
export async function removeNomination(ctx: ActingCtx, number: number, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.nominate, ctx.actor, facts)
    await nominationOf(ctx, contest.id, id)
    await ctx.db.delete(contestNominations).where(eq(contestNominations.id, id))
    await record(ctx, 'contest.nomination-removed', { kind: 'contest', id: contest.id }, { nomination: id })
  })
}
