/** «Замещение»: for some days one person has the tasks, reminders and rights of another. */
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { deputies, people, users } from '#db/schema/index.ts'
import { accountRules } from './rules.ts'
import { termOf } from './terms.ts'

export interface DeputyInput {
  personId: string
  deputyId: string
  from: string
  /** last day, included: a stand-in without an end is a new post, not a deputy */
  until: string
  ground: string
}

/** Appoints a deputy for these days; returns the id. Two deputies on one day are allowed, the same one twice is not. */
export async function appointDeputy(ctx: ActingCtx, input: DeputyInput): Promise<string> {
  return atomically(ctx, async (ctx) => {
    found(
      (
        await ctx.db.select({ id: people.id }).from(people).where(eq(people.id, input.personId)).for('update')
      )[0],
    )
    authorize(accountRules.deputy, ctx.actor, input)
    if (input.personId === input.deputyId) throw new Problem('own-deputy', {}, 'deputy')
    if (input.until < dayOf(ctx.now, ctx.zone)) throw new Problem('term-past', {}, 'until')
    if (!(await hasUser(ctx, input.deputyId))) throw new Problem('deputy-no-user', {}, 'deputy')
    const during = termOf(input.from, input.until)
    if (await overlaps(ctx, input, during)) throw new Problem('deputy-exists', {}, 'deputy')

    const id = uuidv7()
    const { personId, deputyId, ground } = input
    await ctx.db.insert(deputies).values({
      id,
      personId,
      deputyId,
      during,
      ground,
      appointedById: ctx.actor.personId,
      createdAt: ctx.now,
    })
    await record(
      ctx,
      'deputy.appointed',
      { kind: 'person', id: personId },
      { deputy: id, deputyId, from: input.from, until: input.until },
    )
    return id
  })
}

/** Ends it today; a term that has not begun is taken back whole. Either of the two may, and whoever gives roles. */
export async function endDeputy(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const deputy = found((await ctx.db.select().from(deputies).where(eq(deputies.id, id)).for('update'))[0])
    if (deputy.deputyId !== ctx.actor.personId) authorize(accountRules.deputy, ctx.actor, deputy)
    const today = dayOf(ctx.now, ctx.zone)
    const [ended] = await ctx.db
      .update(deputies)
      .set({ during: sql`daterange(lower(during), greatest(lower(during), ${today}::date))` })
      .where(and(eq(deputies.id, id), sql`upper(during) > ${today}::date`))
      .returning({ id: deputies.id })
    if (!ended) throw new Problem('conflict')
    await record(
      ctx,
      'deputy.ended',
      { kind: 'person', id: deputy.personId },
      { deputy: id, deputyId: deputy.deputyId },
    )
  })
}

/** People for whom the person stands in on the day, itself first: whose tasks and reminders are shown. */
export async function actsFor(ctx: Ctx, personId: string, today: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ personId: deputies.personId })
    .from(deputies)
    .where(and(eq(deputies.deputyId, personId), sql`${deputies.during} @> ${today}::date`))
  return [...new Set([personId, ...rows.map((row) => row.personId)])]
}

async function hasUser(ctx: Ctx, personId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.personId, personId), sql`${users.disabledAt} is null`))
  return row !== undefined
}

async function overlaps(ctx: Ctx, { personId, deputyId }: DeputyInput, during: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: deputies.id })
    .from(deputies)
    .where(
      and(
        eq(deputies.personId, personId),
        eq(deputies.deputyId, deputyId),
        sql`${deputies.during} && ${during}::daterange`,
      ),
    )
  return row !== undefined
}
