/**
 * What being an author leaves in a person's record of work: one finished engagement for each published practice. It counts
 * (in competence, biography, indicator 3.1) only while the practice is read and the author agrees to be named.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { recordEngagement, takeBackEngagements } from '#app/domain/experts/engaging.server.ts'
import { practiceAuthors, practices, practiceVersions } from '#db/schema/index.ts'

const kind = 'practice'
const role = 'author'

/** Records the authors who agreed, or only this one, of the version that is read now; nothing where none is read. */
export async function recordAuthorship(ctx: Ctx, practiceId: string, personId?: string): Promise<void> {
  const rows = await ctx.db
    .select({ personId: practiceAuthors.personId, version: practiceVersions })
    .from(practiceAuthors)
    .innerJoin(practices, eq(practices.id, practiceAuthors.practiceId))
    .innerJoin(practiceVersions, eq(practiceVersions.practiceId, practices.id))
    .where(
      and(
        ...[eq(practiceAuthors.practiceId, practiceId), eq(practiceAuthors.answer, 'confirmed')],
        ...[eq(practiceVersions.state, 'published'), isNull(practices.withdrawnAt)],
        personId === undefined ? undefined : eq(practiceAuthors.personId, personId),
      ),
    )
  for (const { personId, version } of rows) {
    const day = dayOf(version.publishedAt ?? ctx.now, ctx.zone)
    await recordEngagement(ctx, {
      ...{ personId, kind, objectKind: 'practice', objectId: practiceId, title: version.title },
      ...{ role, firstDay: day, lastDay: day, outcome: 'finished' },
      directionVersionId: version.directionVersionId,
    })
  }
}

/**
 * The practice is read no more, or this author is not to be named: it counts no more and leaves the public biography. That
 * the authors worked together stays a ground of conflict.
 */
export async function endAuthorship(ctx: Ctx, practiceId: string, personId?: string): Promise<void> {
  await takeBackEngagements(ctx, { kind, objectId: practiceId, role, ...(personId ? { personId } : {}) })
}
