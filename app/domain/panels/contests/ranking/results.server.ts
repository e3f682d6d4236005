/**
 * Results as they may be seen. Preliminary ones by code; after the order with the names of those who won, the others as
 * the settings say. A participant knows which work is the own one all the time.
 */
import { and, asc, eq } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { contestByNumber, nominationsOf } from '#app/domain/panels/contests/facts.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { workOwnedBy } from '#db/reach/contests.ts'
import {
  contestDiplomas,
  contestOrders,
  contestResults,
  organisations,
  submissions,
} from '#db/schema/index.ts'
import { type PublishedBody, type PublishedScore, points } from './published.ts'
import { lastRanking } from './ranking.server.ts'

/** Problem('not-found') before the first ranking. */
export async function resultsOf(ctx: Ctx, number: number) {
  const { contest, organisation, facts } = await contestByNumber(ctx, number)
  const ranking = await lastRanking(ctx, contest.id)
  if (!ranking || facts.stage === 'cancelled') throw new Problem('not-found')
  const [order] = await ctx.db.select().from(contestOrders).where(eq(contestOrders.contestId, contest.id))
  const nominations = await nominationsOf(ctx, contest.id)
  const rows = await worksOf(ctx, contest.id, ranking.round)
  const staff = contestRules.read(ctx.actor, facts) === null
  const { others } = content().settings.contests
  const shown = rows.filter(
    ({ award, own }) => !order || award !== 'none' || own || staff || others !== 'hidden',
  )
  const works = shown.map(({ score, number, title, organisation, authors: _, diploma, ...row }) => {
    const named = order !== undefined && (row.award !== 'none' || others === 'named')
    const { sheets: _sheets, decided: _decided, ...rest } = score as unknown as PublishedScore
    return {
      ...row,
      // numbers follow the order of entry: with a code beside them they would tell whose it is
      ...(named || row.own
        ? { number, title, organisation }
        : { number: null, title: null, organisation: null }),
      diploma: order ? diploma : null,
      score: points(rest.score),
      median: points(rest.median),
      least: points(rest.least),
      most: points(rest.most),
      adjusted: points(rest.adjusted),
      ...{ adjustedPlace: rest.adjustedPlace, range: rest.range },
    }
  })
  return {
    ...{
      contest,
      organisation,
      facts,
      staff,
      order: order ?? null,
      round: ranking.round,
      sha256: ranking.sha256,
    },
    madeAt: ranking.madeAt,
    // who marks how severely is for those who hold the contest
    body: withoutPeople(ranking.body as unknown as PublishedBody, staff),
    nominations: nominations.map(({ id, title, winners, prizes }) => ({
      ...{ id, title, winners, prizes },
      works: works
        .filter(({ nominationId }) => nominationId === id)
        .sort((a, b) => (a.place ?? 1e9) - (b.place ?? 1e9) || (a.code < b.code ? -1 : 1)),
    })),
  }
}

function withoutPeople(body: PublishedBody, staff: boolean): PublishedBody {
  return staff ? body : { ...body, leniency: null }
}

/** Every work of a ranking with whose it is: for papers and for what of it may be shown. */
export async function worksOf(ctx: Ctx, contestId: string, round: number) {
  const rows = await ctx.db
    .select({
      ...{ number: submissions.number, code: submissions.code, nominationId: submissions.nominationId },
      ...{ title: submissions.title, authors: submissions.authors, organisation: organisations.name },
      ...{ place: contestResults.place, award: contestResults.award, score: contestResults.score },
      own: workOwnedBy(viewerOf(ctx)),
      diploma: { number: contestDiplomas.number, code: contestDiplomas.code },
    })
    .from(contestResults)
    .innerJoin(submissions, eq(submissions.id, contestResults.submissionId))
    .innerJoin(organisations, eq(organisations.id, submissions.organisationId))
    .leftJoin(contestDiplomas, eq(contestDiplomas.submissionId, submissions.id))
    .where(and(eq(contestResults.contestId, contestId), eq(contestResults.round, round)))
    .orderBy(asc(submissions.code))
  return rows.map((row) => ({ ...row, code: row.code ?? '', own: row.own === true }))
}
