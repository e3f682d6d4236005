/** The facts that rules of practices weigh, read within reach; under a lock where a command decides by them. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { practiceVisibleTo } from '#db/reach/practices.ts'
import {
  organisations,
  practiceAuthors,
  practiceReviews,
  practices,
  practiceVersions,
} from '#db/schema/index.ts'
import type { PracticeFacts } from './rules.ts'

export type PracticeRow = typeof practices.$inferSelect
export type VersionRow = typeof practiceVersions.$inferSelect
export interface PracticeState {
  practice: PracticeRow
  /** the newest one */
  version: VersionRow
  organisation: { id: string; name: string; code: string }
  facts: PracticeFacts
}

/** A practice within reach by its public number, with its newest version; Problem('not-found') otherwise. */
export async function practiceByNumber(ctx: Ctx, number: number): Promise<PracticeState> {
  const [row] = await ctx.db
    .select({
      practice: practices,
      organisation: { id: organisations.id, name: organisations.name, code: organisations.code },
      municipalityId: organisations.municipalityId,
    })
    .from(practices)
    .innerJoin(organisations, eq(organisations.id, practices.organisationId))
    .where(and(eq(practices.number, number), practiceVisibleTo(viewerOf(ctx))))
  const { practice, organisation, municipalityId } = found(row)
  const [newest] = await ctx.db
    .select()
    .from(practiceVersions)
    .where(eq(practiceVersions.practiceId, practice.id))
    .orderBy(desc(practiceVersions.number))
    .limit(1)
  const version = found(newest)
  const authors = await ctx.db
    .select({ personId: practiceAuthors.personId })
    .from(practiceAuthors)
    .where(and(eq(practiceAuthors.practiceId, practice.id), eq(practiceAuthors.answer, 'confirmed')))
  const [reviews] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(practiceReviews)
    .where(and(eq(practiceReviews.versionId, version.id), sql`${practiceReviews.sentAt} is not null`))
  const directionIds = version.directionVersionId ? [version.directionVersionId] : []
  const facts = {
    place: { organisationId: organisation.id, municipalityId, directionIds },
    createdById: practice.createdById,
    authorIds: authors.map(({ personId }) => personId),
    published: practice.publishedAt !== null,
    withdrawn: practice.withdrawnAt !== null,
    discarded: practice.discardedAt !== null,
    state: version.state,
    reviewsIn: reviews?.count ?? 0,
    reviewsNeeded: content().practices.review.experts,
  }
  return { practice, version, organisation, facts }
}

/** The same after waiting for whoever changes it now. */
export async function lockPractice(ctx: Ctx, number: number): Promise<PracticeState> {
  await ctx.db.select({ id: practices.id }).from(practices).where(eq(practices.number, number)).for('update')
  return practiceByNumber(ctx, number)
}
