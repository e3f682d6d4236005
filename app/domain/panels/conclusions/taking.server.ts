/** Files of a conclusion that may be taken away, each by who may have it. */
import { eq } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import type { StoredFile } from '#app/domain/files/store.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { conclusionSignatures, conclusions } from '#db/schema/index.ts'
import { type ConclusionView, conclusionByNumber, knownConclusion, powersOver } from './reading.server.ts'
import { fileById } from './shown.server.ts'

/** The document that the panel signs now. */
export async function documentOfPanel(ctx: Ctx, number: number): Promise<StoredFile> {
  const { edition } = await openedConclusion(ctx, number)
  return fileById(ctx, edition?.fileId ?? null)
}

/** A signature under the document that stands, or stood at the issue; for the panel and its staff. */
export async function signatureFile(ctx: Ctx, number: number, signatureId: string): Promise<StoredFile> {
  const { edition } = await openedConclusion(ctx, number)
  const [row] = await ctx.db
    .select({ fileId: conclusionSignatures.fileId, editionId: conclusionSignatures.editionId })
    .from(conclusionSignatures)
    .where(eq(conclusionSignatures.id, signatureId))
  const own = found(row && row.editionId === edition?.id ? row : null)
  return fileById(ctx, own.fileId)
}

/** While somebody still fills a sheet (a third expert, or who came instead of another), nobody reads what the others said. */
async function openedConclusion(ctx: Ctx, number: number) {
  const state = await knownConclusion(ctx, number)
  return found(state.facts.allSent ? state : null)
}

/** Whether everybody may have the signed document: it holds full names, so all of them must be open today. */
export function documentOpen({ names }: Pick<ConclusionView, 'names'>): boolean {
  return Object.values(names).every((name) => name !== null)
}

/** The signed document of an issued conclusion. Problem('forbidden') while a name in it may not be shown. */
export async function signedDocument(ctx: Ctx, number: string): Promise<StoredFile> {
  const view = await conclusionByNumber(ctx, number)
  if (!documentOpen(view) && !(await powersOver(ctx, view.panelId)).read) throw new Problem('forbidden')
  const [row] = await ctx.db
    .select({ fileId: conclusions.fileId })
    .from(conclusions)
    .where(eq(conclusions.id, view.id))
  return fileById(ctx, found(row).fileId)
}
