/** The scan of a paper with consents: for who has just read the consents of one of its people, and said why. */
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import type { StoredFile } from '#app/domain/files/store.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { closedReads, consentPapers, consents, disclosurePapers, files } from '#db/schema/index.ts'

const MINUTES = 15

/** The file. Problem('not-found') without a read of these consents within the last minutes; gone when erased by law. */
export async function paperFile(ctx: Ctx, fileId: string): Promise<StoredFile> {
  const me = ctx.actor?.personId
  const [row] = me
    ? await ctx.db
        .select({ file: files })
        .from(disclosurePapers)
        .innerJoin(files, eq(files.id, disclosurePapers.fileId))
        .innerJoin(consentPapers, eq(consentPapers.paperId, disclosurePapers.id))
        .innerJoin(consents, eq(consents.id, consentPapers.consentId))
        .innerJoin(closedReads, eq(closedReads.personId, consents.personId))
        .where(
          and(
            ...[
              eq(files.id, fileId),
              eq(closedReads.readerId, me),
              sql`'consents' = any(${closedReads.fields})`,
            ],
            gt(closedReads.at, new Date(ctx.now.getTime() - MINUTES * 60_000)),
          ),
        )
        .limit(1)
    : []
  const { file } = found(row)
  if (file.erasedAt) throw new Problem('gone')
  return file
}
