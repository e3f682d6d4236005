/**
 * Files of papers: the scan of a letter, the table that came with it. They hold personal data, so only those who may
 * enter papers of this draft have them. What nobody saved is erased with other forgotten uploads.
 */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { keepFile, type StoredFile } from '#app/domain/files/store.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { draftState } from '#app/domain/reviews/facts.server.ts'
import { WAITING } from '#app/domain/reviews/importing/uploads.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { files, intakes } from '#db/schema/index.ts'

export const INTAKE_FILES = 'intake'

/** Keeps a file until its paper is saved. Problems at `field`: file-empty, too-large, file-type. */
export async function keepUpload(
  ctx: ActingCtx,
  dataDir: string,
  file: { name: string; bytes: Uint8Array },
  field: 'scan' | 'table',
): Promise<Pick<StoredFile, 'id' | 'name'>> {
  try {
    return await keepFile(ctx, dataDir, { ...file, objectKind: WAITING })
  } catch (error) {
    throw error instanceof Problem ? new Problem(error.code, error.facts, field) : error
  }
}

/** Names of the actor's own uploads that wait, in the order of the ids; others do not exist. */
export async function uploadNames(ctx: ActingCtx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.select({ id: files.id, name: files.name }).from(files).where(waiting(ctx, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The uploads become files of the paper. Problem('file-gone') when one is not there any more. */
export async function claimUploads(ctx: ActingCtx, intakeId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const claimed = await ctx.db
    .update(files)
    .set({ objectKind: INTAKE_FILES, objectId: intakeId })
    .where(waiting(ctx, ids))
    .returning({ id: files.id })
  if (claimed.length !== new Set(ids).size) throw new Problem('file-gone', {}, 'scan')
}

function waiting(ctx: ActingCtx, ids: readonly string[]) {
  return and(
    inArray(files.id, [...ids]),
    eq(files.objectKind, WAITING),
    eq(files.createdById, ctx.actor.personId),
    isNull(files.erasedAt),
  )
}

/** A file of a paper of this draft. Problems: forbidden for whoever may not enter papers, not-found, gone. */
export async function intakeFile(ctx: Ctx, draftId: string, fileId: string): Promise<StoredFile> {
  const { facts } = await draftState(ctx, draftId)
  authorize(reviewRules.readIntakes, ctx.actor, facts)
  const [row] = await ctx.db
    .select({ file: files })
    .from(files)
    .innerJoin(intakes, eq(intakes.id, files.objectId))
    .where(and(eq(files.id, fileId), eq(files.objectKind, INTAKE_FILES), eq(intakes.draftId, draftId)))
  const { file } = found(row)
  if (file.erasedAt) throw new Problem('gone')
  return file
}

/** Files of these papers, in the order they were sent. The caller may see the papers. */
export async function filesOfIntakes(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return ctx.db
    .select({ id: files.id, name: files.name, intakeId: files.objectId })
    .from(files)
    .where(and(eq(files.objectKind, INTAKE_FILES), inArray(files.objectId, [...ids]), isNull(files.erasedAt)))
    .orderBy(asc(files.id))
}
