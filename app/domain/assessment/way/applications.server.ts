/** Reads of applications: one's own, the queue of whoever decides, and one of them with its way. */
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import { attemptsSql } from '#app/domain/assessment/closed-results.server.ts'
import { demandsOf } from '#app/domain/assessment/demands.server.ts'
import { bandOf, tenthsOf } from '#app/domain/assessment/scores.ts'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { capable, type Place } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { applicationVisibleTo } from '#db/reach/applications.ts'
import { openFullName } from '#db/reach/experts.ts'
import {
  applicationSteps,
  applications,
  directions,
  directionVersions,
  nominationLetters,
  organisations,
  people,
} from '#db/schema/index.ts'
import { type ApplicationFound, applicationAt, factsOf } from './application.server.ts'
import { wayRules } from './rules.ts'
import type { Stage } from './stage.ts'
import { stageSql } from './stages.server.ts'
import { surveyOf } from './surveying.server.ts'

const row = {
  ...{ number: applications.number, state: applications.state, since: applications.since },
  ...{ due: applications.due, createdAt: applications.createdAt },
  direction: directionVersions.shortTitle,
  organisation: organisations.shortName,
}

/** The actor's own applications, the newest first. */
export async function ownApplications(ctx: ActingCtx) {
  return from(ctx)
    .where(eq(applications.personId, ctx.actor.personId))
    .orderBy(desc(applications.number))
    .limit(100)
}

export interface QueueFilter {
  direction?: string
  stage?: Stage
  before?: number
}

/** The queue within reach, the longest waiting first; `before` is the number of the last one shown. */
export async function queueOf(ctx: ActingCtx, { direction, stage, before }: QueueFilter, limit: number) {
  const rows = await from(ctx)
    .where(
      and(
        applicationVisibleTo(viewerOf(ctx)),
        sql`${applications.personId} <> ${ctx.actor.personId}`,
        direction ? eq(directions.code, direction) : undefined,
        stage ? stageIs(stage) : undefined,
        before === undefined ? undefined : gt(applications.number, before),
      ),
    )
    .orderBy(asc(applications.number))
    .limit(limit + 1)
  return { rows: rows.slice(0, limit), next: rows.length > limit ? (rows[limit - 1]?.number ?? null) : null }
}

/** How many wait at each stage, and the directions there are, within reach. */
export async function queueCounts(ctx: ActingCtx, direction?: string) {
  const visible = and(
    applicationVisibleTo(viewerOf(ctx)),
    sql`${applications.personId} <> ${ctx.actor.personId}`,
  )
  const counted = await ctx.db
    .select({ stage: stageSql().as('stage'), count: sql<number>`count(*)::int` })
    .from(applications)
    .innerJoin(directions, eq(directions.id, applications.directionId))
    .where(and(visible, direction ? eq(directions.code, direction) : undefined))
    .groupBy(sql`1`)
  const known = await ctx.db
    .selectDistinctOn([directions.code], { code: directions.code, title: directionVersions.shortTitle })
    .from(applications)
    .innerJoin(directions, eq(directions.id, applications.directionId))
    .innerJoin(directionVersions, eq(directionVersions.id, applications.directionVersionId))
    .where(visible)
    .orderBy(directions.code, desc(applications.number))
  return { stages: new Map(counted.map(({ stage, count }) => [stage, count])), directions: known }
}

const own = [
  'nominated',
  'survey',
  'review',
  'appealed',
  'refused',
  'declined',
  'withdrawn',
  'closed',
] as const

/** Own states have an index; what follows the admission is looked for among the admitted. */
function stageIs(stage: Stage) {
  const state = own.find((one) => one === stage)
  return state
    ? eq(applications.state, state)
    : and(eq(applications.state, 'admitted'), sql`${stageSql()} = ${stage}`)
}

function from({ db }: Ctx) {
  return db
    .select({
      ...row,
      stage: stageSql(),
      personNumber: people.number,
      name: sql<string>`trim(concat_ws(' ', ${people.familyName}, ${people.givenName}, ${people.patronymic}))`,
    })
    .from(applications)
    .innerJoin(people, eq(people.id, applications.personId))
    .innerJoin(directions, eq(directions.id, applications.directionId))
    .innerJoin(directionVersions, eq(directionVersions.id, applications.directionVersionId))
    .leftJoin(nominationLetters, eq(nominationLetters.id, applications.letterId))
    .leftJoin(organisations, eq(organisations.id, nominationLetters.organisationId))
    .$dynamic()
}

/** One application with its way, and only what this viewer may know of it. */
export async function applicationShown(ctx: ActingCtx, number: number) {
  const one = await applicationAt(ctx, number)
  const facts = await factsOf(ctx, one)
  const can = (rule: keyof Omit<typeof wayRules, 'nominate'>) => wayRules[rule](ctx.actor, facts) === null
  const may = {
    ...{ self: can('self'), decide: can('decide'), answer: can('answer'), care: can('care') },
    ...{ paper: can('paper'), dictate: can('dictate') },
  }
  const holds = (capability: string, places: readonly Place[]) =>
    places.some((place) => capable<Place>(capability, (at) => at)(ctx.actor, place) === null)
  const points = may.self || holds('result.read', [{ directionIds: [one.directionId] }])
  const pass = points || holds('result.read.pass', facts.places)
  const [staged] = await from(ctx).where(eq(applications.id, one.id))
  const { stage, name, personNumber } = found(staged)
  const results = pass ? await resultsOf(ctx, one) : []
  const words = may.self || may.decide
  return {
    ...{ one, may, name, personNumber },
    stage: pass || (stage !== 'passed' && stage !== 'failed') ? stage : ('admitted' as const),
    survey: words ? await surveyOf(ctx, one) : null,
    steps: (await stepsOf(ctx, one.id)).map(({ byId, ...step }) => ({
      ...(words ? step : { ...step, words: '', grounds: [] }),
      scan: step.scan && (words || byId === ctx.actor.personId),
    })),
    results: results.map((result) => (points ? result : { ...result, points: null, band: null })),
    list: await listOf(ctx, one),
    order: await orderOf(ctx, one),
    assessed: demandsOf(one.directionCode).assessment,
  }
}

async function stepsOf(ctx: Ctx, applicationId: string) {
  const { id, kind, grounds, words, signedOn, how, byId, at } = applicationSteps
  const scan = sql<boolean>`${applicationSteps.fileId} is not null`
  return ctx.db
    .select({ id, kind, grounds, words, signedOn, how, byId, scan, at, enteredBy: enteredBy() })
    .from(applicationSteps)
    .where(eq(applicationSteps.applicationId, applicationId))
    .orderBy(asc(applicationSteps.id))
    .limit(200)
}

/** Who entered what another person signed or said: by name where it is open, else by the place of work of that day. */
function enteredBy() {
  const { byId, at, how } = applicationSteps
  return sql<string | null>`case when ${how} is not null then coalesce(
    (select ${openFullName('p')} from people p where p.id = ${byId}),
    (select o.short_name from employments w join organisations o on o.id = w.organisation_id
      where w.person_id = ${byId} and w.during @> ${at}::date order by lower(w.during) desc, w.id limit 1)) end`
}

/** Attempts since the application. */
async function resultsOf(ctx: Ctx, one: ApplicationFound) {
  const { percent, strict } = content().instance.pass
  const rows = await ctx.db.execute<{ attempt: number; earned: number; maximum: number; day: string }>(sql`
    select r.attempt, r.earned, r.maximum, to_char(r.day, 'YYYY-MM-DD') as day
    from ${attemptsSql(ctx, 'application', one)} r order by r.attempt`)
  return rows.map(({ attempt, earned, maximum, day }) => ({
    ...{ attempt, day },
    passed: strict ? earned * 100 > percent * maximum : earned * 100 >= percent * maximum,
    points: { earned, maximum, tenths: tenthsOf({ earned, maximum }) } as {
      earned: number
      maximum: number
      tenths: number
    } | null,
    band: bandOf({ earned, maximum }, content().bands),
  }))
}

/** When the person was put into a list of candidates of the direction. */
async function listOf(ctx: Ctx, { personId, directionId, createdAt }: ApplicationFound) {
  const [listed] = await ctx.db.execute<{ at: string }>(sql`
    select c.added_at as at from candidates c join candidate_lists l on l.id = c.list_id
    join direction_versions v on v.id = l.direction_version_id
    where c.person_id = ${personId} and v.direction_id = ${directionId} and c.removed_at is null
      and l.discarded_at is null and c.added_at >= ${createdAt.toISOString()} order by c.id desc limit 1`)
  return listed ? { at: new Date(listed.at).toISOString() } : null
}

/** The order by which the status began. */
async function orderOf(ctx: Ctx, { personId, directionId, createdAt }: ApplicationFound) {
  const [act] = await ctx.db.execute<{ slug: string; number: string; day: string; from: string }>(sql`
    select r.slug, r.number, to_char(r.day, 'YYYY-MM-DD') as day, to_char(lower(s.during), 'YYYY-MM-DD') as from
    from statuses s join direction_versions v on v.id = s.direction_version_id
    join order_items i on i.id = s.begin_item_id join orders r on r.id = i.order_id
    where s.person_id = ${personId} and v.direction_id = ${directionId} and upper_inf(s.known)
      and not isempty(s.during) and lower(s.known) >= ${createdAt.toISOString()} order by s.id desc limit 1`)
  return act ?? null
}
