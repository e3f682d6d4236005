/** Margins: what reviewers left in a file beside its text, read when it is to become remarks. */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { files } from '#db/schema/index.ts'
import type { ImportedFile } from './importing.server.ts'
import { lockUpload, receiveFile, type SentFile, uploadKinds, uploadOf } from './uploads.server.ts'

const waiting: string[] = [uploadKinds.waiting, uploadKinds.margin, uploadKinds.comments]

/** Reads a file as a reviewer's: the text as it was before the changes, and the changes. Kept aside like any upload. */
export async function readMargin(
  ctx: ActingCtx,
  dataDir: string,
  sent: Pick<SentFile, 'file' | 'upload'>,
): Promise<{ upload: string; name: string; imported: ImportedFile }> {
  const kind = sent.file ? null : (await uploadOf(ctx, sent.upload ?? '')).objectKind
  // a text that was taken with its changes accepted has them already
  const changes = kind === uploadKinds.comments ? 'accept' : 'suggest'
  return receiveFile(ctx, dataDir, { ...sent, changes })
}

/** Locks the file; whether nothing was taken from its margin yet. */
export async function lockMargin(ctx: ActingCtx, upload: string): Promise<boolean> {
  return waiting.includes((await lockUpload(ctx, upload)).objectKind)
}

/** Remarks were taken from the margin: it is not offered again. Under the lock of the file. */
export async function settleMargin(ctx: ActingCtx, upload: string, draftId: string): Promise<void> {
  const { objectKind } = await uploadOf(ctx, upload)
  const after = objectKind === uploadKinds.waiting ? uploadKinds.returned : uploadKinds.source
  await ctx.db.update(files).set({ objectKind: after, objectId: draftId }).where(eq(files.id, upload))
}

/** The last file of the actor's own that the draft's text came from with a margin to be offered; null for none. */
export async function marginWaiting(
  ctx: ActingCtx,
  draftId: string,
): Promise<{ upload: string; name: string } | null> {
  const [row] = await ctx.db
    .select({ upload: files.id, name: files.name })
    .from(files)
    .where(
      and(
        inArray(files.objectKind, [uploadKinds.margin, uploadKinds.comments]),
        eq(files.objectId, draftId),
        eq(files.createdById, ctx.actor.personId),
        isNull(files.erasedAt),
      ),
    )
    .orderBy(desc(files.id))
    .limit(1)
  return row ?? null
}
