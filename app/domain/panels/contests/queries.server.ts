/** Reads of contests: lists, works as their organiser may see them, and what may be done next. */
import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Actor, Ctx } from '#app/domain/ctx.ts'
import { dayOf, viewerOf } from '#app/domain/ctx.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestVisibleTo, workVisibleTo } from '#db/reach/contests.ts'
import {
  contestNominations,
  contests,
  directionVersions,
  nominationDirections,
  organisations,
  submissions,
} from '#db/schema/index.ts'
import { contestByNumber, nominationsOf } from './facts.server.ts'
import { contestRules } from './rules.ts'
import { stageOf } from './stage.ts'

/** Contests within reach, the newest first; `before` is the number of the last one shown. */
export async function listContests(ctx: Ctx, before?: number, limit = 20) {
  const rows = await ctx.db
    .select({ contest: contests, organisation: organisations.shortName })
    .from(contests)
    .innerJoin(organisations, eq(organisations.id, contests.organisationId))
    .where(and(contestVisibleTo(viewerOf(ctx)), before ? lt(contests.number, before) : undefined))
    .orderBy(desc(contests.number))
    .limit(limit + 1)
  const today = dayOf(ctx.now, ctx.zone)
  const page = rows.slice(0, limit).map(({ contest, organisation }) => {
    const { number, title, opensAt, closesAt } = contest
    return { number, title, opensAt, closesAt, organisation, stage: stageOf(contest, ctx.now, today) }
  })
  return { page, next: rows.length > limit ? page.at(-1)?.number : undefined }
}

/** True for who may hold a contest of some organisation. */
export function mayPrepare(actor: Actor | null): boolean {
  return actor?.powers.some(({ capability }) => capability === 'contest.edit') ?? false
}

/** Organisations that the actor may hold a contest for: own ones, or those of the region. */
export async function holdersFor(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  const powers = (ctx.actor?.powers ?? []).filter(({ capability }) => capability === 'contest.edit')
  const own = powers.flatMap(({ scopeKind, scopeId }) =>
    scopeKind === 'organisation' && scopeId ? [scopeId] : [],
  )
  const region = powers.some(({ scopeKind }) => scopeKind === 'region')
  if (!region && own.length === 0) return []
  return ctx.db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(region ? eq(organisations.tier, 'regional') : inArray(organisations.id, own))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(200)
}

/** Nominations with the short titles of their directions. */
export async function nominationsShown(ctx: Pick<Ctx, 'db'>, contestId: string) {
  const [list, covered] = [await nominationsOf(ctx, contestId), await directionsOf(ctx, contestId)]
  return list.map(({ id, title, winners, prizes }) => ({
    ...{ id, title, winners, prizes },
    directions: covered.filter(({ nominationId }) => nominationId === id),
  }))
}

/** Which directions each nomination of a contest asks for. */
export function directionsOf(ctx: Pick<Ctx, 'db'>, contestId: string) {
  return ctx.db
    .select({
      nominationId: nominationDirections.nominationId,
      id: directionVersions.id,
      title: directionVersions.shortTitle,
    })
    .from(nominationDirections)
    .innerJoin(contestNominations, eq(contestNominations.id, nominationDirections.nominationId))
    .innerJoin(directionVersions, eq(directionVersions.id, nominationDirections.directionVersionId))
    .where(eq(contestNominations.contestId, contestId))
    .orderBy(asc(directionVersions.position), asc(directionVersions.id))
}

/**
 * Works of a contest for who holds it. Before coding with their organisations; after it by code alone, in the order of
 * codes, with nothing that would tell whose they are.
 */
export async function worksOf(ctx: Ctx, number: number) {
  const { contest, facts } = await contestByNumber(ctx, number)
  authorize(contestRules.read, ctx.actor, facts)
  const coded = contest.codedAt !== null
  const rows = await ctx.db
    .select({
      ...{
        number: submissions.number,
        title: submissions.title,
        state: submissions.state,
        code: submissions.code,
      },
      ...{ sentAt: submissions.sentAt, organisation: organisations.shortName },
      nomination: contestNominations.title,
      files: sql<number>`(select count(*)::int from submission_files f
        where f.submission_id = ${submissions.id} and f.removed_at is null)`,
      sent: sql<number>`(select count(*)::int from sheets s join panels p on p.id = s.panel_id
        where p.submission_id = ${submissions.id} and s.sent_at is not null)`,
      asked: sql<number>`coalesce((select sum(p.size)::int from panels p
        where p.submission_id = ${submissions.id} and p.cancelled_at is null), 0)`,
    })
    .from(submissions)
    .innerJoin(contests, eq(contests.id, submissions.contestId))
    .innerJoin(organisations, eq(organisations.id, submissions.organisationId))
    .innerJoin(contestNominations, eq(contestNominations.id, submissions.nominationId))
    .where(
      and(
        ...[eq(submissions.contestId, contest.id), workVisibleTo(viewerOf(ctx))],
        coded ? sql`${submissions.code} is not null` : sql`${submissions.state} <> 'withdrawn'`,
      ),
    )
    .orderBy(coded ? asc(submissions.code) : asc(submissions.number))
    .limit(1000)
  const works = coded
    ? // how many files a work has would tell whose it is to who has checked it
      rows.map(({ code, nomination, sent, asked }) => ({ code, nomination, sent, asked }))
    : []
  return { contest, facts, coded: works, named: coded ? [] : rows }
}
