/** Reads of conclusions: issued ones for everybody, drafts for the panel, and what a check code vouches for. */
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { panelState } from '#app/domain/panels/facts.server.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { sheetRulesOf } from '#app/domain/questionnaires/sheet-rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { conclusionPublic, objectVisibleTo, panelKnownTo } from '#db/reach/panels.ts'
import { conclusionEditions, conclusions, drafts, issued, panels, people } from '#db/schema/index.ts'
import type { ConclusionBody } from './assembling.ts'
import { type ConclusionState, conclusionState } from './facts.server.ts'
import { maskedBody } from './masking.ts'
import { conclusionRules } from './rules.ts'
import { type ShownSignature, shownUnder } from './shown.server.ts'

export interface ConclusionView {
  id: string
  panelId: string
  body: ConclusionBody
  issuedAt: Date | null
  code: string | null
  sha256: string | null
  revokedAt: Date | null
  revokeReason: string | null
  /** the number of the one that stands in its place */
  supersededBy: string | null
  /** under the document that was issued */
  signatures: ShownSignature[]
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
): Promise<{ state: ConclusionState; denial: string | null; view: ConclusionView | null }> {
  const state = await knownConclusion(ctx, number)
  const { row } = state
  // While somebody still fills a sheet (a third expert joined), nobody reads what the others said.
  const open = row && state.facts.allSent ? row : null
  const view = open ? await viewOf(ctx, { conclusion: open, revokedAt: null, revokeReason: null }) : null
  return {
    state,
    denial: conclusionRules.edit(ctx.actor, state.facts),
    view: view && (await unnamed(ctx, state, view)),
  }
}

/** The text that a member is asked to agree with, as that member may see it; Problems of the rule. */
export async function textToAnswer(ctx: Ctx, number: number) {
  const { state, view } = await conclusionOfPanel(ctx, number)
  authorize(conclusionRules.answer, ctx.actor, state.facts)
  return { panel: state.panel.panel, body: found(view).body, hash: found(state.edition).sha256 }
}

/** The state of a conclusion for who may read it while it is worked on. */
export async function knownConclusion(ctx: Ctx, number: number): Promise<ConclusionState> {
  const [known] = await ctx.db
    .select({ id: panels.id })
    .from(panels)
    .where(and(eq(panels.number, number), panelKnownTo(viewerOf(ctx))))
  const state = await conclusionState(ctx, found(known).id)
  authorize(conclusionRules.read, ctx.actor, state.facts)
  return state
}

/** What the viewer may do with an issued conclusion; nothing for who does not know its panel. */
export async function powersOver(
  ctx: Ctx,
  panelId: string,
): Promise<{ revoke: boolean; revise: boolean; read: boolean }> {
  const [known] = await ctx.db
    .select({ id: panels.id })
    .from(panels)
    .where(and(eq(panels.id, panelId), panelKnownTo(viewerOf(ctx))))
  if (!known || !ctx.actor) return { revoke: false, revise: false, read: false }
  const { facts } = await conclusionState(ctx, (await panelState(ctx, known.id)).panel.id)
  const may = (rule: 'revoke' | 'revise' | 'read') => conclusionRules[rule](ctx.actor, facts) === null
  return { revoke: may('revoke'), revise: may('revise'), read: may('read') }
}

/** Without names for a member whose form hides them, until it is issued. */
async function unnamed(
  ctx: Ctx,
  { panel: { panel, facts } }: ConclusionState,
  view: ConclusionView,
): Promise<ConclusionView> {
  if (view.issuedAt || panelRules.readsWhole(ctx.actor, facts) === null) return view
  const { form } = await formOf(ctx, panel.questionnaireVersionId)
  return sheetRulesOf(form).named ? view : { ...view, body: maskedBody(view.body, ctx.actor?.number ?? 0) }
}

/**
 * What was issued under a check code, for anybody who holds the paper. Of a closed conclusion only whether it stands:
 * the words of its revocation are about what is closed.
 */
export async function issuedUnder(ctx: Ctx, code: string) {
  const normal = code.trim().toUpperCase()
  if (!/^[A-Z0-9-]{6,40}$/.test(normal)) throw new Problem('not-found')
  const [row] = await ctx.db.select().from(issued).where(eq(issued.code, normal))
  const paper = found(row)
  const [known] = await ctx.db
    .select({
      conclusion: conclusions,
      panel: panels.number,
      title: sql<string>`coalesce(${drafts.title}, ${panels.subject})`,
      kind: panels.objectKind,
      href: sql<string | null>`'/drafts/' || ${drafts.slug}`,
    })
    .from(conclusions)
    .innerJoin(panels, eq(panels.id, conclusions.panelId))
    .leftJoin(drafts, eq(drafts.id, panels.draftId))
    .where(and(eq(conclusions.id, paper.objectId), objectVisibleTo(viewerOf(ctx))))
  if (!known) {
    const revokeReason = paper.kind === 'conclusion' ? null : paper.revokeReason
    return { ...paper, revokeReason, conclusion: null }
  }
  const { conclusion: one, ...about } = known
  const { members, names, signatures, supersededBy, body } = await checkedOf(ctx, one)
  const { version } = body.object
  const result = body.kind ?? ('conclusion' as const)
  const { number } = one
  const conclusion = {
    ...about,
    ...{ number, result, version, members, names, signatures, supersededBy },
  }
  return { ...paper, conclusion }
}

async function checkedOf(ctx: Ctx, conclusion: Found['conclusion']) {
  const view = await viewOf(ctx, { conclusion, revokedAt: null, revokeReason: null })
  return { ...view, members: view.body.members }
}

type Found = {
  conclusion: typeof conclusions.$inferSelect
  revokedAt: Date | null
  revokeReason: string | null
}

async function viewOf(ctx: Ctx, { conclusion, revokedAt, revokeReason }: Found): Promise<ConclusionView> {
  const body = conclusion.body as unknown as ConclusionBody
  const acting = body.deputy ? [body.deputy.person] : []
  const numbers = [...new Set([...body.members, body.chair, ...(body.closing?.missing ?? []), ...acting])]
  const known = await ctx.db.select({ id: people.id }).from(people).where(inArray(people.number, numbers))
  const places = await placesOf(
    ctx,
    known.map(({ id }) => id),
  )
  const { id, panelId, issuedAt, code, sha256 } = conclusion
  return {
    ...{ id, panelId, body, issuedAt, code, sha256, revokedAt, revokeReason },
    supersededBy: await supersededBy(ctx, id),
    signatures: await signaturesOf(ctx, id),
    names: Object.fromEntries(places.map(({ number, name }) => [number, name])),
    organisations: Object.fromEntries(places.map(({ number, organisation }) => [number, organisation])),
  }
}

async function supersededBy(ctx: Ctx, id: string): Promise<string | null> {
  const [next] = await ctx.db
    .select({ number: conclusions.number })
    .from(conclusions)
    .where(and(eq(conclusions.supersedesId, id), isNotNull(conclusions.issuedAt)))
    .limit(1)
  return next?.number ?? null
}

async function signaturesOf(ctx: Ctx, conclusionId: string): Promise<ShownSignature[]> {
  const [edition] = await ctx.db
    .select({ id: conclusionEditions.id })
    .from(conclusionEditions)
    .where(and(eq(conclusionEditions.conclusionId, conclusionId), isNotNull(conclusionEditions.openedAt)))
    .orderBy(desc(conclusionEditions.openedAt))
    .limit(1)
  return edition ? shownUnder(ctx, edition.id) : []
}
