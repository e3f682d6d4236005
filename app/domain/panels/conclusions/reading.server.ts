/** Reads of conclusions: issued ones for everybody, drafts for the panel, and what a check code vouches for. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { type PanelState, panelState } from '#app/domain/panels/facts.server.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { sheetRulesOf } from '#app/domain/questionnaires/sheet-rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { conclusionPublic, objectVisibleTo, panelKnownTo } from '#db/reach/panels.ts'
import { conclusions, drafts, issued, panels, people } from '#db/schema/index.ts'
import type { ConclusionBody } from './assembling.ts'
import { maskedBody } from './masking.ts'

export interface ConclusionView {
  body: ConclusionBody
  issuedAt: Date | null
  code: string | null
  sha256: string | null
  revokedAt: Date | null
  revokeReason: string | null
  /** public number → name, or null when there is no ground to show it */
  names: Record<number, string | null>
  organisations: Record<number, string | null>
}

/** An issued conclusion by its public number, of an object the viewer may know. */
export async function conclusionByNumber(ctx: Ctx, number: string): Promise<ConclusionView> {
  const [row] = await ctx.db
    .select({ conclusion: conclusions, revokedAt: issued.revokedAt, revokeReason: issued.revokeReason })
    .from(conclusions)
    .innerJoin(panels, eq(panels.id, conclusions.panelId))
    .leftJoin(drafts, eq(drafts.id, panels.draftId))
    .leftJoin(issued, eq(issued.code, conclusions.code))
    .where(and(eq(conclusions.number, number), conclusionPublic, objectVisibleTo(viewerOf(ctx))))
  return viewOf(ctx, found(row))
}

/** The conclusion of a panel while it is worked on, with why the viewer may not change it; null before the sheets are in. */
export async function conclusionOfPanel(
  ctx: Ctx,
  number: number,
): Promise<{ state: PanelState; denial: string | null; view: ConclusionView | null }> {
  const [known] = await ctx.db
    .select({ id: panels.id })
    .from(panels)
    .where(and(eq(panels.number, number), panelKnownTo(viewerOf(ctx))))
  const state = await panelState(ctx, found(known).id)
  authorize(panelRules.readConclusion, ctx.actor, state.facts)
  const [row] = await ctx.db
    .select()
    .from(conclusions)
    .where(eq(conclusions.panelId, state.panel.id))
    .orderBy(desc(conclusions.revision))
    .limit(1)
  // While somebody still fills a sheet (a third expert joined), nobody reads what the others said.
  const view =
    row && state.facts.allSent
      ? await viewOf(ctx, { conclusion: row, revokedAt: null, revokeReason: null })
      : null
  return {
    state,
    denial: panelRules.conclude(ctx.actor, state.facts),
    view: view && (await unnamed(ctx, state, view)),
  }
}

/** Without names for a member whose form hides them, until it is issued. */
async function unnamed(
  ctx: Ctx,
  { panel, facts }: PanelState,
  view: ConclusionView,
): Promise<ConclusionView> {
  if (view.issuedAt || panelRules.readsWhole(ctx.actor, facts) === null) return view
  const { form } = await formOf(ctx, panel.questionnaireVersionId)
  return sheetRulesOf(form).named ? view : { ...view, body: maskedBody(view.body, ctx.actor?.number ?? 0) }
}

/** What was issued under a check code, for anybody who holds the paper. */
export async function issuedUnder(ctx: Ctx, code: string) {
  const normal = code.trim().toUpperCase()
  if (!/^[A-Z0-9-]{6,40}$/.test(normal)) throw new Problem('not-found')
  const [row] = await ctx.db.select().from(issued).where(eq(issued.code, normal))
  const paper = found(row)
  const [conclusion] = await ctx.db
    .select({
      number: conclusions.number,
      panel: panels.number,
      title: sql<string>`coalesce(${drafts.title}, ${panels.subject})`,
      kind: panels.objectKind,
      href: sql<string | null>`'/drafts/' || ${drafts.slug}`,
    })
    .from(conclusions)
    .innerJoin(panels, eq(panels.id, conclusions.panelId))
    .leftJoin(drafts, eq(drafts.id, panels.draftId))
    .where(and(eq(conclusions.id, paper.objectId), objectVisibleTo(viewerOf(ctx))))
  return { ...paper, conclusion: conclusion ?? null }
}

type Found = {
  conclusion: typeof conclusions.$inferSelect
  revokedAt: Date | null
  revokeReason: string | null
}

async function viewOf(ctx: Ctx, { conclusion, revokedAt, revokeReason }: Found): Promise<ConclusionView> {
  const body = conclusion.body as unknown as ConclusionBody
  const numbers = [...new Set([...body.members, body.chair, ...(body.closing?.missing ?? [])])]
  const known = await ctx.db.select({ id: people.id }).from(people).where(inArray(people.number, numbers))
  const places = await placesOf(
    ctx,
    known.map(({ id }) => id),
  )
  const { issuedAt, code, sha256 } = conclusion
  return {
    ...{ body, issuedAt, code, sha256, revokedAt, revokeReason },
    names: Object.fromEntries(places.map(({ number, name }) => [number, name])),
    organisations: Object.fromEntries(places.map(({ number, organisation }) => [number, organisation])),
  }
}
