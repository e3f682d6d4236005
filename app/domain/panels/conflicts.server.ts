/**
 * Conflicts of interest, derived from records and declared by people, with their evidence kept.
 *
 * A missing fact never frees anybody: whoever has no known place of work cannot be cleared and is not chosen. Found
 * again at every selection, invitation and appointment, because places of work change.
 */
import { and, eq, inArray, or } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#app/domain/ctx.ts'
import { conflicts, organisations, successions, versions } from '#db/schema/index.ts'
import type { PanelState } from './facts.server.ts'

export type ConflictKind = 'author' | 'same-organisation' | 'unknown-organisation' | 'declared'
type Placed = { personId: string; organisationId: string | null }

/** Person → kind of conflict, for those of the given people who have one. Reads only. */
export async function conflictsAmong(
  ctx: Ctx,
  state: Pick<PanelState, 'panel' | 'object'>,
  people: readonly Placed[],
): Promise<Map<string, ConflictKind>> {
  const { panel } = state
  const [authors, related, declared] = [
    await authorsOf(ctx, state),
    await relatedTo(ctx, state),
    await declaredTo(ctx, panel.id),
  ]
  const found = new Map<string, ConflictKind>()
  for (const { personId, organisationId } of people) {
    const kind = authors.has(personId)
      ? 'author'
      : declared.has(personId)
        ? 'declared'
        : organisationId === null
          ? 'unknown-organisation'
          : related.has(organisationId)
            ? 'same-organisation'
            : null
    if (kind) found.set(personId, kind)
  }
  return found
}

/** Writes down what was found, with the facts it rests on; what was found before stays as it was. */
export async function keepConflicts(
  ctx: Ctx,
  state: Pick<PanelState, 'panel' | 'object'>,
  people: readonly (Placed & { conflict: string | null })[],
): Promise<void> {
  const rows = people.flatMap(({ personId, organisationId, conflict }) => {
    if (conflict === null || conflict === 'declared') return []
    const evidence = {
      organisation: organisationId,
      developer: state.object.developerId,
      draft: state.object.draft?.id ?? null,
    }
    return [
      {
        id: uuidv7(),
        panelId: state.panel.id,
        personId,
        kind: conflict,
        source: 'derived' as const,
        evidence,
        foundAt: ctx.now,
      },
    ]
  })
  for (let at = 0; at < rows.length; at += 1000)
    await ctx.db
      .insert(conflicts)
      .values(rows.slice(at, at + 1000))
      .onConflictDoNothing()
}

/** Keeps what a person said of a conflict of their own. */
export async function declareConflict(ctx: Ctx, panelId: string, personId: string): Promise<void> {
  const row = {
    id: uuidv7(),
    panelId,
    personId,
    kind: 'declared',
    source: 'declared' as const,
    evidence: {},
    foundAt: ctx.now,
  }
  await ctx.db.insert(conflicts).values(row).onConflictDoNothing()
}

async function authorsOf(
  ctx: Ctx,
  { panel, object }: Pick<PanelState, 'panel' | 'object'>,
): Promise<Set<string>> {
  const asked = [panel.requestedById, ...(object.authorId ? [object.authorId] : [])]
  if (!object.draft) return new Set(asked)
  const rows = await ctx.db
    .select({ id: versions.authorId })
    .from(versions)
    .where(eq(versions.draftId, object.draft.id))
  return new Set([...asked, ...rows.map(({ id }) => id)])
}

/** The developer and whoever asked, their parents, branches, predecessors and successors. */
async function relatedTo(
  ctx: Ctx,
  { panel, object }: Pick<PanelState, 'panel' | 'object'>,
): Promise<Set<string>> {
  const own = [...new Set([object.developerId, panel.organisationId])]
  const families = await ctx.db
    .select({ id: organisations.id, parentId: organisations.parentId })
    .from(organisations)
    .where(or(inArray(organisations.id, own), inArray(organisations.parentId, own)))
  const followed = await ctx.db
    .select({ before: successions.predecessorId, after: successions.successorId })
    .from(successions)
    .where(or(inArray(successions.predecessorId, own), inArray(successions.successorId, own)))
  const named = families.flatMap(({ id, parentId }) => (own.includes(id) ? [id, parentId] : [id]))
  const kin = [...named, ...followed.flatMap(({ before, after }) => [before, after])]
  return new Set(kin.filter((id) => id !== null))
}

async function declaredTo(ctx: Ctx, panelId: string): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ id: conflicts.personId })
    .from(conflicts)
    .where(and(eq(conflicts.panelId, panelId), eq(conflicts.source, 'declared')))
  return new Set(rows.map(({ id }) => id))
}
