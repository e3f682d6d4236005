/** A file of a practice for who may read the version that it belongs to. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { files, practiceFiles } from '#db/schema/index.ts'
import { cardOf } from './card.server.ts'

/** Problem('not-found') for a file of a version that the actor does not read, of a withdrawn practice, or erased. */
export async function practiceFile(ctx: Ctx, number: number, fileId: string) {
  const { versions, withdrawn } = await cardOf(ctx, number)
  const read = withdrawn ? [] : versions.map(({ id }) => id)
  const [kept] = await ctx.db
    .select({ file: files })
    .from(practiceFiles)
    .innerJoin(files, eq(files.id, practiceFiles.fileId))
    .where(
      and(
        ...[eq(practiceFiles.fileId, fileId), isNull(practiceFiles.removedAt), isNull(files.erasedAt)],
        sql`${practiceFiles.versionId} = any(${sql.param(read)}::uuid[])`,
      ),
    )
    .limit(1)
  return found(kept).file
}
