/** Whose work a panel judges: the one place that asks the panel's object for it. */
import { eq } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import type { PanelState } from '#app/domain/panels/facts.server.ts'
import { type ConflictFact, versions } from '#db/schema/index.ts'

export type Judged = Pick<PanelState, 'panel' | 'object'>
export interface Subject {
  /** the developer, and whoever asked for the panel */
  organisationIds: string[]
  /** who wrote the text: of the object and, of a draft, of each of its versions */
  writers: Set<string>
  /** who wrote it or asked for the panel, with the records that say so */
  authors: Map<string, ConflictFact[]>
}

export async function subjectOf(ctx: Ctx, { panel, object }: Judged): Promise<Subject> {
  const authors = new Map<string, ConflictFact[]>()
  const add = (personId: string, relation: string, record: string) =>
    authors.set(personId, [...(authors.get(personId) ?? []), { relation, record }])
  const record = object.draft ? `drafts:${object.draft.id}` : `panels:${panel.id}/object`
  if (object.authorId) add(object.authorId, 'draft', record)
  if (object.draft) {
    const rows = await ctx.db
      .select({ id: versions.id, authorId: versions.authorId })
      .from(versions)
      .where(eq(versions.draftId, object.draft.id))
    for (const { id, authorId } of rows) add(authorId, 'version', `versions:${id}`)
  }
  const writers = new Set(authors.keys())
  add(panel.requestedById, 'request', `panels:${panel.id}`)
  return { organisationIds: [...new Set([object.developerId, panel.organisationId])], writers, authors }
}
