/** Coordinator and operator of the region: a duty of one organisation at a time, from a day, on a ground (inventory B3). */
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { assignments } from '#db/schema/index.ts'
import { lockOrganisation } from './keeping.server.ts'
import { organisationRules } from './rules.ts'

export interface DutyInput {
  duty: 'coordinator' | 'operator'
  firstDay: string
  lastDay?: string | undefined
  ground: string
}

export interface DutyEnd {
  duty: 'coordinator' | 'operator'
  lastDay: string
  ground: string
}

/** One at a time: two who name or end a holder at once take turns. */
async function lockDuty(ctx: ActingCtx, duty: DutyInput['duty']): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`rses.duty.${duty}`}))`)
}

/**
 * Gives the duty from the day; whoever holds it without an end holds it until the day before. Problems: duty-overlaps
 * at `firstDay` where another term lies in these days, term-order, organisation-ended.
 */
export async function assignDuty(ctx: ActingCtx, organisationId: string, input: DutyInput): Promise<void> {
  const { duty, firstDay, lastDay, ground } = input
  await atomically(ctx, async (ctx) => {
    await lockDuty(ctx, duty)
    const own = await lockOrganisation(ctx, organisationId)
    authorize(organisationRules.assignDuty, ctx.actor, undefined)
    if (lastDay && lastDay < firstDay) throw new Problem('term-order', {}, 'lastDay')
    const during = sql`daterange(${firstDay}::date, ${lastDay ?? null}::date, ${lastDay ? '[]' : '[)'})`
    const [there] = await ctx.db.execute<{ there: boolean }>(
      sql`select ${own.during}::daterange @> ${firstDay}::date as there`,
    )
    if (!there?.there) throw new Problem('organisation-ended', {}, 'firstDay')
    const former = await ctx.db
      .update(assignments)
      .set({ during: sql`daterange(lower(during), ${firstDay}::date)` as unknown as string })
      .where(
        and(
          eq(assignments.duty, duty),
          sql`upper_inf(${assignments.during}) and lower(${assignments.during}) < ${firstDay}::date`,
        ),
      )
      .returning({ organisationId: assignments.organisationId })
    const [overlap] = await ctx.db
      .select({ id: assignments.id })
      .from(assignments)
      .where(and(eq(assignments.duty, duty), sql`${assignments.during} && ${during}`))
    if (overlap) throw new Problem('duty-overlaps', {}, 'firstDay')
    const id = uuidv7()
    await ctx.db.insert(assignments).values({
      ...{ id, duty, organisationId, ground, during: during as unknown as string },
    })
    await record(
      ctx,
      'duty.assigned',
      { kind: 'organisation', id: organisationId },
      {
        duty,
        former: former.map((row) => row.organisationId),
      },
    )
  })
}

/**
 * The organisation holds the duty through the day and no longer, and nobody follows until somebody is named. Problem:
 * duty-none at `lastDay` where the organisation does not hold it on that day.
 */
export async function endDuty(
  ctx: ActingCtx,
  organisationId: string,
  { duty, lastDay, ground }: DutyEnd,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    await lockDuty(ctx, duty)
    await lockOrganisation(ctx, organisationId)
    authorize(organisationRules.assignDuty, ctx.actor, undefined)
    const held = and(eq(assignments.duty, duty), eq(assignments.organisationId, organisationId))
    const ended = await ctx.db
      .update(assignments)
      .set({
        during: sql`daterange(lower(during), ${lastDay}::date + 1)` as unknown as string,
        endGround: ground,
      })
      .where(and(held, sql`${assignments.during} @> ${lastDay}::date`))
      .returning({ id: assignments.id })
    if (ended.length === 0) throw new Problem('duty-none', {}, 'lastDay')
    await record(ctx, 'duty.ended', { kind: 'organisation', id: organisationId }, { duty, lastDay })
  })
}
