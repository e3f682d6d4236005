/** Attaching: files beside a remark, reached only through it, and only while its words are shown. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { keepFile, type StoredFile } from '#app/domain/files/store.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { draftState } from '#app/domain/reviews/facts.server.ts'
import { content } from '#content/load.ts'
import { wordsVisibleTo } from '#db/reach/reviews.ts'
import { files, remarks } from '#db/schema/index.ts'

export interface Attachments {
  dataDir: string
  files: { name: string; bytes: Uint8Array }[]
}
export type AttachmentShown = Pick<StoredFile, 'id' | 'name' | 'size' | 'mediaType'>

/** What the files of a remark are filed under. */
export const REMARK_FILES = 'remark'

/** Stores files beside a remark, in its command; types and sizes are judged by the bytes. Problem('files-many'). */
export async function attach(
  ctx: ActingCtx,
  remarkId: string,
  { dataDir, files: sent }: Attachments,
): Promise<void> {
  const { perRemark } = content().settings.uploads
  if (sent.length > perRemark) throw new Problem('files-many', { most: perRemark }, 'file')
  for (const file of sent)
    await keepFile(ctx, dataDir, { ...file, objectKind: REMARK_FILES, objectId: remarkId })
}

/** The files of a remark. The caller has asked whether its words may be shown. */
export async function attachmentsOf(ctx: Ctx, remarkId: string): Promise<AttachmentShown[]> {
  return ctx.db
    .select({ id: files.id, name: files.name, size: files.size, mediaType: files.mediaType })
    .from(files)
    .where(and(eq(files.objectKind, REMARK_FILES), eq(files.objectId, remarkId), isNull(files.erasedAt)))
    .orderBy(asc(files.id))
}

/** One file of a remark of this draft for a download; not-found when draft, remark, words or file are out of reach. */
export async function attachmentOf(
  ctx: Ctx,
  draftId: string,
  number: number,
  fileId: string,
): Promise<StoredFile> {
  await draftState(ctx, draftId)
  const [row] = await ctx.db
    .select({ file: files })
    .from(files)
    .innerJoin(remarks, eq(remarks.id, files.objectId))
    .where(
      and(
        eq(files.id, fileId),
        eq(files.objectKind, REMARK_FILES),
        isNull(files.erasedAt),
        eq(remarks.draftId, draftId),
        sql`${remarks.number} = ${number}`,
        wordsVisibleTo(viewerOf(ctx)),
      ),
    )
  return found(row).file
}
