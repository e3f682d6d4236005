/** Requesting: whoever answers for an object asks for a panel over it, a draft in its newest version; and takes it back. */

import { eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { newestForm } from '#app/domain/questionnaires/publishing.server.ts'
import { saidAgain } from '#app/domain/reviews/remarks/repeating.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { panels as messages } from '#content/messages/ru/panels.ts'
import { directionVersions, invitations, panelDirections, panels } from '#db/schema/index.ts'
import { lockPanel } from './facts.server.ts'
import type { PanelRequest } from './forms.ts'
import { endEngagements } from './invitations/engaging.server.ts'
import { objectAsked } from './objects/asking.server.ts'
import { told } from './objects/object.ts'
import { keepLimits, refuseContradictions, sameLimits } from './requests/limiting.server.ts'
import { panelRules } from './rules.ts'

/**
 * Asks for a panel; returns its public number. Each direction named must be covered by at least one member. A request
 * sent again at once is the first one.
 */
export async function requestPanel(ctx: ActingCtx, asked: PanelRequest): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { place, name, columns: about } = await objectAsked(ctx, asked)
    const request = { ...asked, title: titleOf(asked.title, name, about.closed ?? false) }
    authorize(panelRules.request, ctx.actor, { place })
    refuseBadNumbers(ctx, request)
    refuseContradictions(request)
    if (request.closedBand) authorize(panelRules.selectClosed, ctx.actor, {})
    const { id: questionnaireVersionId } = await newestForm(ctx, request.questionnaire)
    const first = await sameRequest(ctx, { ...request, about, questionnaireVersionId })
    if (first !== undefined) return first
    const { title, tier, size, reserve, maxPerOrganisation, maxPerMunicipality, answerDays, lastDay } =
      request
    const { hours = null } = request
    const id = uuidv7()
    const [panel] = await ctx.db
      .insert(panels)
      .values({
        ...{ id, title, tier, size, reserve, maxPerOrganisation, maxPerMunicipality, answerDays, lastDay },
        ...{ ...about, questionnaireVersionId, hours },
        ...{ requestedById: ctx.actor.personId, createdAt: ctx.now },
      })
      .returning({ number: panels.number })
    await addDirections(ctx, id, request.directions)
    await keepLimits(ctx, id, request)
    await record(
      ctx,
      'panel.requested',
      { kind: 'panel', id },
      { draft: about.draftId ?? null, size, reserve },
    )
    return found(panel).number
  })
}

/** Takes a panel back; whoever was invited is told, and no sheet is asked for any more. */
export async function cancelPanel(ctx: ActingCtx, panelId: string, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { panel, object, seats, facts } = await lockPanel(ctx, panelId)
    authorize(panelRules.cancel, ctx.actor, facts)
    await ctx.db
      .update(panels)
      .set({ cancelledAt: ctx.now, cancelReason: reason })
      .where(eq(panels.id, panelId))
    const asked = seats.filter(({ invitation }) => invitation !== null)
    const open = asked.flatMap(({ invitation }) =>
      invitation && invitation.answer === null ? [invitation.id] : [],
    )
    if (open.length > 0) {
      const release = { answer: 'released' as const, answeredAt: ctx.now }
      await ctx.db.update(invitations).set(release).where(inArray(invitations.id, open))
    }
    await endEngagements(ctx, panelId, 'left')
    const notice = {
      objectKind: 'panel',
      objectId: panelId,
      address: '/cabinet/invitations',
      facts: { ...told(object) },
    }
    await notifyAll(
      ctx,
      asked.map(({ personId }) => personId),
      'panel.cancelled',
      notice,
    )
    await record(ctx, 'panel.cancelled', { kind: 'panel', id: panelId }, { number: panel.number })
  })
}

/** A panel over closed materials is called like every other, since its title is public. */
function titleOf(asked: string, name: string, closed: boolean): string {
  const { closedName, nameOf } = messages.request
  return closed ? closedName : asked || nameOf(name).slice(0, 400)
}

/** The number of the panel that the actor asked for with the same form some minutes ago. Under the lock of the object. */
async function sameRequest(
  ctx: ActingCtx,
  asked: PanelRequest & { about: Partial<typeof panels.$inferInsert>; questionnaireVersionId: string },
): Promise<number | undefined> {
  // the outer row is named by hand: Drizzle leaves out the table in the fields of one table
  const covered = sql<
    string[]
  >`(select array_agg(d.direction_version_id::text order by d.direction_version_id::text)
    from panel_directions d where d.panel_id = "panels"."id")`
  const { about, questionnaireVersionId, title, tier, size, reserve } = asked
  const { maxPerOrganisation, maxPerMunicipality, answerDays, lastDay, hours = null } = asked
  const same = saidAgain(ctx, panels, {
    ...about,
    ...{ questionnaireVersionId, title, tier, size, reserve },
    ...{ maxPerOrganisation, maxPerMunicipality, answerDays, lastDay, hours },
    requestedById: ctx.actor.personId,
    cancelledAt: null,
  })
  const rows = await ctx.db.select({ id: panels.id, number: panels.number, covered }).from(panels).where(same)
  const wanted = [...asked.directions].sort().join()
  for (const { id, number, covered } of rows)
    if (covered.join() === wanted && (await sameLimits(ctx, id, asked))) return number
  return undefined
}

/** Numbers and days that the settings do not allow. */
export function refuseBadNumbers(
  ctx: Ctx,
  { size, reserve, directions, lastDay }: Pick<PanelRequest, 'size' | 'reserve' | 'directions' | 'lastDay'>,
) {
  const { sizeMin, sizeMax, reserveMax } = content().settings.panels
  if (size < sizeMin || size > sizeMax)
    throw new Problem('panel-size', { least: sizeMin, most: sizeMax }, 'size')
  if (reserve > reserveMax) throw new Problem('panel-reserve', { most: reserveMax }, 'reserve')
  if (new Set(directions).size !== directions.length) throw new Problem('invalid', {}, 'directions')
  if (Number.isNaN(Date.parse(lastDay))) throw new Problem('day', {}, 'lastDay')
  if (lastDay <= dayOf(ctx.now, ctx.zone)) throw new Problem('term-past', {}, 'lastDay')
}

export async function addDirections(ctx: Ctx, panelId: string, ids: readonly string[]) {
  const known = await ctx.db
    .select({ id: directionVersions.id })
    .from(directionVersions)
    .where(inArray(directionVersions.id, [...ids]))
  if (known.length !== ids.length) throw new Problem('invalid', {}, 'directions')
  await ctx.db
    .insert(panelDirections)
    .values(ids.map((directionVersionId) => ({ panelId, directionVersionId, minimum: 1 })))
}
