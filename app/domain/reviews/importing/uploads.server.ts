/**
 * Files sent for a draft's text: kept aside with their sender until he saves, then the source of what was saved.
 *
 * Nothing of a refused file is kept. What nobody saved is erased when its sender next sends a file a day later.
 */
import { and, eq, isNull, lt, ne } from 'drizzle-orm'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { keepMade, readContents, removeContents } from '#app/domain/files/store.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { createDraft } from '#app/domain/reviews/drafting.server.ts'
import type { Passport } from '#app/domain/reviews/passport.ts'
import { keepImages } from '#app/domain/reviews/texts/picturing.server.ts'
import { beginVersion, saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { content } from '#content/load.ts'
import { drafts, files } from '#db/schema/index.ts'
import { type ChangePolicy, changesIn } from './imported.ts'
import { type ImportedFile, importFile } from './importing.server.ts'

/** What a file that was sent is filed under, by what became of it. */
export const uploadKinds = {
  waiting: 'import',
  /** a text was saved from it */
  source: 'draft-source',
  /** the same, and what stands in its margin is to be offered to the discussion: all of it, or the comments alone */
  margin: 'draft-margin',
  comments: 'draft-comments',
  /** remarks were taken from it */
  returned: 'draft-return',
} as const
/** A file that waits for its sender to save. */
export const WAITING = uploadKinds.waiting
const DAY_MS = 86_400_000

export interface SentFile {
  /** the file of this request, or the one kept from the request before */
  file?: { name: string; bytes: Uint8Array } | null
  upload?: string | null
  changes?: ChangePolicy | null
  /** comments are kept for the discussion */
  margin?: boolean
}

export interface ReceivedFile {
  upload: string
  name: string
  imported: ImportedFile
  /** the file has tracked changes and nobody has decided on them */
  undecided: boolean
  /** what of the margin is kept for the discussion */
  margin: 'margin' | 'comments' | null
}

/** Converts what was sent and keeps it aside. Problems of the file at the field `file`. */
export async function receiveFile(ctx: ActingCtx, dataDir: string, sent: SentFile): Promise<ReceivedFile> {
  const { name, bytes } = sent.file ?? (await waitingFile(ctx, dataDir, sent.upload ?? ''))
  await countAttempt(ctx, 'import', ctx.actor.personId, content().settings.rates.remarksPerPerson)
  const imported = await importFile({ name, bytes, changes: sent.changes ?? 'accept' })
  const undecided = !sent.changes && changesIn(imported.changes) > 0
  const kept = sent.margin && imported.comments.length > 0
  const margin = sent.changes === 'suggest' ? 'margin' : kept ? 'comments' : null
  if (!sent.file) return { upload: sent.upload ?? '', name, imported, undecided, margin }
  await eraseForgotten(ctx, dataDir)
  const row = await keepMade(ctx, dataDir, {
    name,
    bytes,
    mediaType: 'application/octet-stream',
    objectKind: uploadKinds.waiting,
  })
  return { upload: row.id, name: row.name, imported, undecided, margin }
}

/** Creates a draft from a received file; sent twice, the file makes one draft. */
export async function createDraftFromFile(
  ctx: ActingCtx,
  dataDir: string,
  passport: Passport & { request?: number | undefined },
  received: ReceivedFile,
): Promise<{ slug: string }> {
  decided(received)
  return atomically(ctx, async (ctx) => {
    const row = await lockUpload(ctx, received.upload)
    if (row.objectKind !== uploadKinds.waiting && row.objectId) {
      const [known] = await ctx.db
        .select({ slug: drafts.slug })
        .from(drafts)
        .where(eq(drafts.id, row.objectId))
      return found(known)
    }
    const { doc: body, images } = received.imported
    const { id, slug } = await createDraft(ctx, { ...passport, body, images })
    await keepImages(ctx, dataDir, id, images)
    await settle(ctx, id, received)
    return { slug }
  })
}

/** Puts the text of a received file into the version that is being edited, or begins the next one with it. */
export async function replaceTextFromFile(
  ctx: ActingCtx,
  dataDir: string,
  { draftId, edition }: { draftId: string; edition: number },
  received: ReceivedFile,
): Promise<void> {
  decided(received)
  await atomically(ctx, async (ctx) => {
    await lockUpload(ctx, received.upload)
    const { id } = await beginVersion(ctx, draftId)
    await keepImages(ctx, dataDir, draftId, received.imported.images)
    await saveVersion(ctx, id, { doc: received.imported.doc, edition })
    await settle(ctx, draftId, received)
  })
}

function decided({ undecided, imported }: ReceivedFile): void {
  const { changes } = imported
  if (undecided) throw new Problem('tracked-changes', { ...changes, count: changesIn(changes) }, 'changes')
}

/** What was sent becomes the source of the draft. */
async function settle(ctx: ActingCtx, draftId: string, received: ReceivedFile): Promise<void> {
  await ctx.db
    .update(files)
    .set({ objectKind: uploadKinds[received.margin ?? 'source'], objectId: draftId })
    .where(eq(files.id, received.upload))
}

async function waitingFile(ctx: ActingCtx, dataDir: string, id: string) {
  const row = await uploadOf(ctx, id)
  const chunks: Uint8Array[] = []
  for await (const chunk of await readContents(dataDir, row.sha256)) chunks.push(chunk as Uint8Array)
  return { name: row.name, bytes: new Uint8Array(Buffer.concat(chunks)) }
}

/** An upload of the actor's own, under its lock. Problem('file-gone') when there is none. */
export async function lockUpload(ctx: ActingCtx, id: string) {
  await ctx.db.select({ id: files.id }).from(files).where(eq(files.id, id)).for('update')
  return uploadOf(ctx, id)
}

/** An upload of the actor's own; for others it does not exist. */
export async function uploadOf(ctx: ActingCtx, id: string) {
  const [row] = await ctx.db.select().from(files).where(eq(files.id, id))
  const own = row?.createdById === ctx.actor.personId && row.erasedAt === null
  if (!row || !own || !isUpload(row.objectKind)) throw new Problem('file-gone', {}, 'file')
  return row
}

function isUpload(kind: string): boolean {
  return (Object.values(uploadKinds) as string[]).includes(kind)
}

async function eraseForgotten(ctx: ActingCtx, dataDir: string): Promise<void> {
  const old = new Date(ctx.now.getTime() - DAY_MS)
  const forgotten = await ctx.db
    .update(files)
    .set({ erasedAt: ctx.now })
    .where(
      and(
        eq(files.objectKind, uploadKinds.waiting),
        eq(files.createdById, ctx.actor.personId),
        lt(files.createdAt, old),
        isNull(files.erasedAt),
      ),
    )
    .returning({ id: files.id, sha256: files.sha256 })
  for (const { id, sha256 } of forgotten) {
    const alive = and(eq(files.sha256, sha256), isNull(files.erasedAt), ne(files.id, id))
    const [other] = await ctx.db.select({ id: files.id }).from(files).where(alive)
    if (!other) await removeContents(dataDir, sha256)
  }
}
