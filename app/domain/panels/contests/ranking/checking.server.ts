/** What the check page says of a diploma: public since the order opened the names. */
import { eq } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { contestDiplomas, contests, organisations, submissions } from '#db/schema/index.ts'

/** Null for a paper of another kind. */
export async function diplomaUnder(ctx: Pick<Ctx, 'db'>, paper: { kind: string; objectId: string }) {
  if (paper.kind !== 'contest-diploma') return null
  const [row] = await ctx.db
    .select({
      ...{ number: contestDiplomas.number, award: contestDiplomas.award, place: contestDiplomas.place },
      ...{ contest: contests.number, title: contests.title },
      ...{ work: submissions.title, organisation: organisations.name },
    })
    .from(contestDiplomas)
    .innerJoin(contests, eq(contests.id, contestDiplomas.contestId))
    .innerJoin(submissions, eq(submissions.id, contestDiplomas.submissionId))
    .innerJoin(organisations, eq(organisations.id, submissions.organisationId))
    .where(eq(contestDiplomas.id, paper.objectId))
  return row ?? null
}
