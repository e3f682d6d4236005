/** Engagements: what a person took part in. Biography, load, rotation and indicators read only them. */
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#app/domain/ctx.ts'
import { engagements, statuses } from '#db/schema/index.ts'

export interface Engagement {
  personId: string
  /** discussion · panel · mentoring · practice … */
  kind: string
  objectKind: string
  objectId: string
  /** of the object, as on the day */
  title: string
  role: string
  /** the first day; the end is open while nobody knows it. What has a term goes on until its last day and no longer. */
  firstDay: string
  lastDay?: string
  outcome: 'going' | 'finished' | 'left'
  directionVersionId?: string | null
}

/**
 * Records that a person took part, once for each person, kind, object and role; a later call changes days and outcome, and
 * what the object is called and which direction it is of where the call names one.
 * Whether the person was in the registry on the first day is read here. Runs inside the command of the other room.
 */
export async function recordEngagement(ctx: Ctx, engagement: Engagement): Promise<void> {
  const { firstDay, lastDay, personId, ...values } = engagement
  const { title, directionVersionId } = values
  const inRegistry = await inRegistryOn(ctx, personId, firstDay)
  const during = `[${firstDay},${lastDay ?? ''}${lastDay ? ']' : ')'}`
  await ctx.db
    .insert(engagements)
    .values({ id: uuidv7(), personId, ...values, during, inRegistry, recordedAt: ctx.now })
    .onConflictDoUpdate({
      target: [engagements.personId, engagements.kind, engagements.objectId, engagements.role],
      set: {
        outcome: values.outcome,
        ...(directionVersionId ? { title, directionVersionId } : {}),
        ...(lastDay ? { during: sql`daterange(lower(${engagements.during}), ${lastDay}::date, '[]')` } : {}),
      },
    })
}

/** What many took part in has another last day now, or is over with this outcome: for everybody still in it. */
export async function moveEngagements(
  ctx: Ctx,
  object: Pick<Engagement, 'kind' | 'objectId'> & { personId?: string },
  lastDay: string,
  outcome: Engagement['outcome'] = 'going',
): Promise<void> {
  const { during } = engagements
  await ctx.db
    .update(engagements)
    .set({
      outcome,
      // a day before the first one would be no range
      during: sql`daterange(lower(${during}), greatest(lower(${during}), ${lastDay}::date), '[]')`,
    })
    .where(
      and(
        eq(engagements.kind, object.kind),
        eq(engagements.objectId, object.objectId),
        eq(engagements.outcome, 'going'),
        object.personId === undefined ? undefined : eq(engagements.personId, object.personId),
      ),
    )
}

/**
 * Finished work, of everybody or of one person, counts no more: the rows stay, because conflicts of interest are found in
 * them whoever is named, and a public biography leaves out such a practice.
 */
export async function takeBackEngagements(
  ctx: Ctx,
  { kind, objectId, role, personId }: Pick<Engagement, 'kind' | 'objectId' | 'role'> & { personId?: string },
): Promise<void> {
  await ctx.db
    .update(engagements)
    .set({ outcome: 'left' })
    .where(
      and(
        ...[eq(engagements.kind, kind), eq(engagements.objectId, objectId), eq(engagements.role, role)],
        eq(engagements.outcome, 'finished'),
        personId === undefined ? undefined : eq(engagements.personId, personId),
      ),
    )
}

/** Somebody who takes part does so in another role: the same work, so the row stays. Nothing happens where none goes on. */
export async function setEngagementRole(
  ctx: Ctx,
  { personId, kind, objectId, role }: Pick<Engagement, 'personId' | 'kind' | 'objectId' | 'role'>,
): Promise<void> {
  await ctx.db
    .update(engagements)
    .set({ role })
    .where(
      and(
        eq(engagements.personId, personId),
        eq(engagements.kind, kind),
        eq(engagements.objectId, objectId),
        eq(engagements.outcome, 'going'),
        // who took part in that role before keeps that row
        sql`not exists (select from engagements o where o.person_id = ${personId} and o.kind = ${kind}
          and o.object_id = ${objectId} and o.role = ${role})`,
      ),
    )
}

/** Work on an object is over for everybody still in it, with so many hours each. */
export async function endWork(
  ctx: Ctx,
  {
    hours,
    ...over
  }: Pick<Engagement, 'kind' | 'objectId' | 'outcome'> & {
    lastDay: string
    hours: number | null
    personId?: string
  },
): Promise<void> {
  if (hours !== null)
    await ctx.db
      .update(engagements)
      .set({ hours })
      .where(
        and(
          eq(engagements.kind, over.kind),
          eq(engagements.objectId, over.objectId),
          eq(engagements.outcome, 'going'),
        ),
      )
  await moveEngagements(ctx, over, over.lastDay, over.outcome)
}

/** What a record of finished work says is put right. Runs in the command of the other room. */
export async function correctEngagement(
  ctx: Ctx,
  id: string,
  right: { role: string; hours: number },
): Promise<void> {
  await ctx.db.update(engagements).set(right).where(eq(engagements.id, id))
}

/** The person held a status on that day, as far as is now believed. */
export async function inRegistryOn(ctx: Ctx, personId: string, day: string): Promise<boolean> {
  const [held] = await ctx.db
    .select({ id: statuses.id })
    .from(statuses)
    .where(
      sql`${statuses.personId} = ${personId} and ${statuses.during} @> ${day}::date and upper_inf(${statuses.known})`,
    )
    .limit(1)
  return held !== undefined
}
