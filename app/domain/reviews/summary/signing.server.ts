/**
 * Signing: a published summary is signed outside, on paper or with a key; the site keeps who signed, when, and the file.
 *
 * A wrong entry is followed by another; the last one counts, all stay. An electronic signature is kept, not verified.
 */
import { asc, desc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { keepSigned } from '#app/domain/files/signed.server.ts'
import type { StoredFile } from '#app/domain/files/store.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { draftState, lockDraft } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { files, summaries, summarySignatures } from '#db/schema/index.ts'

export type SignatureShown = {
  id: string
  signatory: string
  post: string
  /** YYYY-MM-DD */
  day: string
  /** a detached signature, not a scan */
  detached: boolean
  fileName: string
  sha256: string
  enteredAt: Date
}
export interface SignatureInput {
  signatory: string
  post: string
  day: string
  name: string
  bytes: Uint8Array
}

/**
 * Enters the signed copy of the last published summary; returns the id of the entry. Problems: forbidden,
 * summary-unpublished, day (before the publication or ahead), and at `file` file-empty, too-large, file-type.
 */
export async function signSummary(
  ctx: ActingCtx,
  dataDir: string,
  draftId: string,
  input: SignatureInput,
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.signSummary, ctx.actor, facts)
    const summary = await lastSummary(ctx, draftId)
    const published = dayOf(summary.publishedAt, ctx.zone)
    if (input.day < published || input.day > dayOf(ctx.now, ctx.zone))
      throw new Problem('signed-day', {}, 'day')
    const { name: longest } = content().settings.text
    const id = uuidv7()
    const file = await keepSigned(ctx, dataDir, {
      ...{ name: input.name, bytes: input.bytes },
      ...{ objectKind: 'summary-signature', objectId: id },
    })
    const row = {
      signatory: cleanWords(input.signatory, 'signatory', longest),
      post: cleanWords(input.post, 'post', longest),
      day: input.day,
    }
    await ctx.db.insert(summarySignatures).values({
      id,
      summaryId: summary.id,
      ...row,
      fileId: file.id,
      enteredById: ctx.actor.personId,
      enteredAt: ctx.now,
    })
    await record(
      ctx,
      'summary.signed',
      { kind: 'draft', id: draftId },
      { revision: summary.revision, day: input.day, file: file.sha256 },
    )
    return id
  })
}

/** What was entered under a summary of a draft within reach, oldest first. */
export async function signaturesOf(ctx: Ctx, summaryId: string): Promise<SignatureShown[]> {
  const rows = await ctx.db
    .select({ signature: summarySignatures, file: files })
    .from(summarySignatures)
    .innerJoin(files, eq(files.id, summarySignatures.fileId))
    .where(eq(summarySignatures.summaryId, summaryId))
    .orderBy(asc(summarySignatures.id))
  return rows.map(({ signature: { id, signatory, post, day, enteredAt }, file }) => ({
    ...{ id, signatory, post, day, enteredAt },
    detached: file.mediaType === 'application/pkcs7-signature',
    fileName: file.name,
    sha256: file.sha256,
  }))
}

/** The file of a signature, for whoever may read the draft. Problems: not-found, gone (erased by law). */
export async function signedFile(ctx: Ctx, draftId: string, signatureId: string): Promise<StoredFile> {
  await draftState(ctx, draftId)
  const [row] = await ctx.db
    .select({ file: files, draftId: summaries.draftId })
    .from(summarySignatures)
    .innerJoin(summaries, eq(summaries.id, summarySignatures.summaryId))
    .innerJoin(files, eq(files.id, summarySignatures.fileId))
    .where(eq(summarySignatures.id, signatureId))
  const { file } = found(row?.draftId === draftId ? row : null)
  if (file.erasedAt) throw new Problem('gone')
  return file
}

async function lastSummary(ctx: Ctx, draftId: string) {
  const [row] = await ctx.db
    .select({ id: summaries.id, revision: summaries.revision, publishedAt: summaries.publishedAt })
    .from(summaries)
    .where(eq(summaries.draftId, draftId))
    .orderBy(desc(summaries.revision))
    .limit(1)
  if (!row) throw new Problem('summary-unpublished')
  return row
}
