/**
 * Editing a request while nobody is chosen: numbers, terms and limits, by a form or by the change that a page offered.
 * Every change leaves what was before; two open pages do not overwrite each other.
 */
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { lockPanel, type PanelState, rulesOf } from '#app/domain/panels/facts.server.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { refuseBadNumbers } from '#app/domain/panels/requesting.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { panelDirections, panelLimits, panelRevisions, panels } from '#db/schema/index.ts'
import { refuseShortPool } from './eligible.server.ts'
import { openRows } from './forecast.server.ts'
import type { RequestEdit } from './forms.ts'
import { keepLimits, limitsOfPanel, refuseContradictions } from './limiting.server.ts'
import { reckoned } from './reckoning.server.ts'
import { type Change, changed, changesOf } from './relief.ts'

export async function editRequest(ctx: ActingCtx, panelId: string, asked: RequestEdit): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { state, revision } = await openRequest(ctx, panelId, asked.revision)
    const { directions } = await rulesOf(ctx, state.panel)
    const whole = { ...asked, directions: directions.map(({ code }) => code) }
    refuseBadNumbers(ctx, whole)
    refuseContradictions(whole)
    if (asked.closedBand) authorize(panelRules.selectClosed, ctx.actor, {})
    await remember(ctx, state, revision, 'edited')
    const { size, reserve, maxPerOrganisation, maxPerMunicipality, answerDays, lastDay, hours } = asked
    const numbers = { size, reserve, maxPerOrganisation, maxPerMunicipality, answerDays, lastDay, hours }
    await ctx.db.update(panels).set(numbers).where(eq(panels.id, panelId))
    await keepLimits(ctx, panelId, asked, revision + 1)
    await record(
      ctx,
      'panel.request-edited',
      { kind: 'panel', id: panelId },
      { revision: revision + 1, size, reserve },
    )
  })
}

/** Refuses the form of an edit that today's registry cannot answer; who may not edit is answered by the edit itself. */
export async function refuseShortEdit(ctx: ActingCtx, number: number, asked: RequestEdit): Promise<void> {
  const { panel, facts, rules } = await panelByNumber(ctx, number)
  if (panelRules.edit(ctx.actor, facts) !== null) return
  const directions = rules.directions.map(({ code }) => code)
  await refuseShortPool(ctx, { ...asked, directions, tier: panel.tier })
}

/** Takes the smallest change that lets a composition be found, as the page offered it. */
export async function easeRequest(ctx: ActingCtx, panelId: string, revision: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { state } = await openRequest(ctx, panelId, revision)
    const { rows, rules } = await openRows(ctx, state)
    const foreseen = await reckoned('foreseen', rows, rules)
    const first = 'binding' in foreseen ? foreseen.binding[0] : undefined
    const changes = first && changesOf(first)
    if (!changes) throw new Problem('ease-nothing')
    await remember(ctx, state, revision, 'eased')
    await applyChanges(ctx, state, changes, revision + 1)
    const told = changes.map(({ code, to }) => `${code}=${to}`).join()
    await record(
      ctx,
      'panel.request-eased',
      { kind: 'panel', id: panelId },
      { revision: revision + 1, changes: told },
    )
  })
}

/** The panel under its lock, if it may be edited and is what the page showed. */
export async function openRequest(ctx: ActingCtx, panelId: string, seen?: number) {
  const state = await lockPanel(ctx, panelId)
  authorize(panelRules.edit, ctx.actor, state.facts)
  const { revision } = await limitsOfPanel(ctx, panelId)
  if (seen !== undefined && seen !== revision) throw new Problem('request-stale')
  return { state, revision }
}

/** Writes down what is being left. */
export async function remember(
  ctx: ActingCtx,
  { panel }: PanelState,
  revision: number,
  kind: (typeof panelRevisions.$inferInsert)['kind'],
  beside: Record<string, unknown> = {},
): Promise<void> {
  const { size, reserve, maxPerOrganisation, maxPerMunicipality, answerDays, lastDay, hours } = panel
  const { revision: _own, ...limits } = await limitsOfPanel(ctx, panel.id)
  const { directions } = await rulesOf(ctx, panel)
  const places = { maxPerOrganisation, maxPerMunicipality }
  const was = { size, reserve, ...places, answerDays, lastDay, hours, directions }
  await ctx.db.insert(panelRevisions).values({
    ...{ id: uuidv7(), panelId: panel.id, revision, kind, was: { ...was, limits, ...beside } },
    ...{ changedById: ctx.actor.personId, changedAt: ctx.now },
  })
}

/** The next revision, limits as they are. */
export async function advance(ctx: Ctx, panelId: string, revision: number): Promise<void> {
  const limits = { ...(await limitsOfPanel(ctx, panelId)), revision }
  await ctx.db
    .insert(panelLimits)
    .values({ panelId, ...limits })
    .onConflictDoUpdate({ target: panelLimits.panelId, set: limits })
}

async function applyChanges(ctx: Ctx, { panel }: PanelState, changes: readonly Change[], revision: number) {
  const { size, maxPerOrganisation, maxPerMunicipality, maxPerNominator, minHigh, directions } = changed(
    await rulesOf(ctx, panel),
    changes,
  )
  await ctx.db
    .update(panels)
    .set({ size, maxPerOrganisation, maxPerMunicipality })
    .where(eq(panels.id, panel.id))
  for (const { code, minimum } of directions)
    await ctx.db
      .update(panelDirections)
      .set({ minimum })
      .where(and(eq(panelDirections.panelId, panel.id), eq(panelDirections.directionVersionId, code)))
  await advance(ctx, panel.id, revision)
  const limits = { maxPerNominator: maxPerNominator ?? null, minHigh: minHigh ?? 0 }
  await ctx.db.update(panelLimits).set(limits).where(eq(panelLimits.panelId, panel.id))
}
