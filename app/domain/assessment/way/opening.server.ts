/** Opening: an application begins, of the person's own will or by a nomination; one person has one open in a direction. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, dayOf } from '#app/domain/ctx.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { applications, directionLists, directions, directionVersions, people } from '#db/schema/index.ts'
import { moveTo, type State } from './application.server.ts'
import { addStep } from './steps.server.ts'
import { lastDayAfter } from './terms.ts'

export interface OpenDirection {
  id: string
  directionId: string
  code: string
  shortTitle: string
}

/** A direction of the list in force today. Problem('application-direction'). */
export async function openDirection(ctx: ActingCtx, versionId: string): Promise<OpenDirection> {
  const [row] = (await openDirections(ctx)).filter(({ id }) => id === versionId)
  if (!row) throw new Problem('application-direction', {}, 'direction')
  return row
}

/** Directions of the list in force today, in its order. */
export async function openDirections(ctx: ActingCtx): Promise<OpenDirection[]> {
  return ctx.db
    .select({
      ...{ id: directionVersions.id, directionId: directions.id },
      ...{ code: directions.code, shortTitle: directionVersions.shortTitle },
    })
    .from(directionVersions)
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
    .where(sql`${directionLists.during} @> ${ctx.actor.today}::date`)
    .orderBy(directionVersions.position)
}

interface Opened {
  personId: string
  direction: OpenDirection
  letterId: string | null
  state: State
  days: number
}

const open: State[] = ['nominated', 'survey', 'review', 'admitted', 'appealed']

/** Begins an application. Problems: application-holds, application-open. */
export async function openApplication(ctx: ActingCtx, { personId, ...opened }: Opened) {
  const [one] = await openApplications(ctx, [{ personId, at: 0 }], opened)
  return found(one)
}

/**
 * Begins one for each of these people, in few statements. Problems as for one; `refused` gets the place of whoever it
 * is about, and throws what the caller says.
 */
export async function openApplications(
  ctx: ActingCtx,
  who: readonly { personId: string; at: number }[],
  { direction, letterId, state, days }: Omit<Opened, 'personId'>,
  refused: (at: number) => (error: unknown) => never = () => (error) => {
    throw error
  },
) {
  const ids = who.map(({ personId }) => personId)
  if (ids.length === 0) return []
  // two nominations may name one person at once
  const locked = ctx.db.select({ id: people.id }).from(people).where(inArray(people.id, ids))
  await locked.orderBy(people.id).for('update')
  const known = await ctx.db.execute<{ id: string }>(sql`
    select person_id as id from applications
      where ${inArray(applications.personId, ids)} and direction_id = ${direction.directionId} and state in ${open}
    union select s.person_id from statuses s join direction_versions v on v.id = s.direction_version_id
      where ${inArray(sql`s.person_id`, ids)} and v.direction_id = ${direction.directionId} and upper_inf(s.known)`)
  const doubtful = new Set(known.map(({ id }) => id))
  for (const { personId, at } of who)
    if (doubtful.has(personId)) await refuseDouble(ctx, personId, direction).catch(refused(at))
  const { directionId, shortTitle } = direction
  const made = new Map<string, number>()
  const rows = ids.map((personId) => ({
    ...{ id: uuidv7(), personId, letterId, state, since: ctx.now },
    ...{ directionId, directionVersionId: direction.id, due: lastDayAfter(dayOf(ctx.now, ctx.zone), days) },
    ...{ createdById: ctx.actor.personId, createdAt: ctx.now },
  }))
  const { id: rowId, number } = applications
  for (let at = 0; at < rows.length; at += 1000)
    for (const row of await ctx.db
      .insert(applications)
      .values(rows.slice(at, at + 1000))
      .returning({ id: rowId, number }))
      made.set(row.id, row.number)
  return rows.map(({ id, personId }) => ({
    ...{ id, personId, number: made.get(id) ?? 0 },
    ...{ directionId, direction: shortTitle },
  }))
}

/** Who has the status needs none; an open one stands, unless the status it led to has ended. */
async function refuseDouble(ctx: ActingCtx, personId: string, direction: OpenDirection): Promise<void> {
  const { directionId, shortTitle } = direction
  const [held] = await ctx.db.execute<{ now: boolean }>(sql`
    select bool_or(s.during @> ${ctx.actor.today}::date) as now from statuses s
    join direction_versions v on v.id = s.direction_version_id
    where s.person_id = ${personId} and v.direction_id = ${directionId} and upper_inf(s.known)`)
  if (held?.now) throw new Problem('application-holds')
  const same = and(
    ...[eq(applications.personId, personId), eq(applications.directionId, directionId)],
    inArray(applications.state, open),
  )
  const [before] = await ctx.db.select().from(applications).where(same).for('update')
  if (!before) return
  const led = await ctx.db.execute(sql`select from statuses s
    join direction_versions v on v.id = s.direction_version_id
    where s.person_id = ${personId} and v.direction_id = ${directionId} and lower(s.known) >= ${before.since.toISOString()}`)
  if (before.state !== 'admitted' || led.length === 0) throw new Problem('application-open')
  await moveTo(ctx, before.id, 'closed')
  await addStep(ctx, { ...before, direction: shortTitle }, 'closed')
}
