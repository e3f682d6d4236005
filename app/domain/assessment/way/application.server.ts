/** One application within reach, with what rules ask about it; and how it moves from state to state. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, dayOf, viewerOf } from '#app/domain/ctx.ts'
import { found, Problem } from '#app/domain/problem.ts'
import type { Place } from '#app/domain/rules.ts'
import { applicationVisibleTo } from '#db/reach/applications.ts'
import {
  applicationSteps,
  applications,
  directions,
  directionVersions,
  nominationLetters,
  organisations,
  users,
} from '#db/schema/index.ts'
import type { WayFacts } from './rules.ts'
import { lastDayAfter } from './terms.ts'

export type State = (typeof applications.$inferSelect)['state']

export type ApplicationFound = Awaited<ReturnType<typeof applicationAt>>

/** The application with that number; 404 out of reach. `lock` for commands. */
export async function applicationAt(ctx: Ctx, number: number, { lock = false } = {}) {
  const query = ctx.db
    .select({
      ...{ id: applications.id, number: applications.number, personId: applications.personId },
      ...{ directionId: applications.directionId, directionVersionId: applications.directionVersionId },
      ...{ state: applications.state, since: applications.since, due: applications.due },
      ...{ responseId: applications.responseId, createdAt: applications.createdAt },
      createdById: applications.createdById,
      direction: directionVersions.shortTitle,
      directionTitle: directionVersions.title,
      directionCode: directions.code,
      letterId: applications.letterId,
      letterNumber: nominationLetters.number,
      letterDay: nominationLetters.day,
      organisationId: nominationLetters.organisationId,
      organisation: organisations.shortName,
    })
    .from(applications)
    .innerJoin(directions, eq(directions.id, applications.directionId))
    .innerJoin(directionVersions, eq(directionVersions.id, applications.directionVersionId))
    .leftJoin(nominationLetters, eq(nominationLetters.id, applications.letterId))
    .leftJoin(organisations, eq(organisations.id, nominationLetters.organisationId))
    .where(and(eq(applications.number, number), applicationVisibleTo(viewerOf(ctx))))
  const [row] = await (lock ? query.for('update', { of: applications }) : query)
  return found(row)
}

/** The same under its lock, in one of these states. Problems: not-found, application-state. */
export async function lockApplication(ctx: Ctx, number: number, states: readonly State[]) {
  const one = await applicationAt(ctx, number, { lock: true })
  if (!states.includes(one.state)) throw new Problem('application-state', { number })
  return one
}

/** What rules ask about an application. */
export async function factsOf(ctx: Ctx, one: ApplicationFound): Promise<WayFacts> {
  const { personId, directionId } = one
  const places = await placesOf(ctx, personId, one.organisationId)
  const [user] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.personId, personId))
  const account = user !== undefined
  return { personId, directionId, places, account, refusedById: await refuserOf(ctx, one.id) }
}

/** The organisations that speak of the person: where the person works today, and the one that nominated. */
export async function placesOf(ctx: Ctx, personId: string, nominator: string | null): Promise<Place[]> {
  const rows = await ctx.db.execute<{ organisationId: string; municipalityId: string | null }>(sql`
    select o.id as "organisationId",
      case when o.tier in ('municipal', 'institutional') then o.municipality_id end as "municipalityId"
    from organisations o where o.id = ${nominator} or o.id in (select e.organisation_id from employments e
      where e.person_id = ${personId} and e.during @> ${viewerOf(ctx).today}::date)`)
  return [...rows]
}

async function refuserOf(ctx: Ctx, applicationId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ byId: applicationSteps.byId })
    .from(applicationSteps)
    .where(and(eq(applicationSteps.applicationId, applicationId), eq(applicationSteps.kind, 'refused')))
    .orderBy(desc(applicationSteps.id))
    .limit(1)
  return row?.byId ?? null
}

/** Moves it; `days` is the term of what it now waits for. */
export async function moveTo(
  ctx: ActingCtx,
  id: string,
  state: State,
  { days, responseId }: { days?: number; responseId?: string } = {},
): Promise<void> {
  const due = days === undefined ? null : lastDayAfter(dayOf(ctx.now, ctx.zone), days)
  const more = responseId === undefined ? {} : { responseId }
  await ctx.db
    .update(applications)
    .set({ state, since: ctx.now, due, ...more })
    .where(eq(applications.id, id))
}
