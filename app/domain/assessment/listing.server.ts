/**
 * Listing: a list of candidates is begun, its head is changed, it is put aside and taken back.
 *
 * Whatever changes what others agree on adds a revision; an agreement of a former one is lost, and the list is a draft
 * again. A list whose order is entered is closed.
 */
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { candidateLists, directions, directionVersions, listSteps } from '#db/schema/index.ts'
import { bodiesOf, demandsOf, needsMunicipality } from './demands.server.ts'
import type { ListEditValue, NewListValue } from './forms.ts'
import { keptDays, type ListFound, listAt } from './lists.server.ts'
import { listRules } from './rules.ts'

/** Begins a list and returns its id. Problems: direction-unknown, list-municipality, list-body, forbidden. */
export async function startList(ctx: ActingCtx, value: NewListValue): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const { title, effect, basis, firstDay = null, lastDay = null } = value
    const direction = await directionOf(ctx, value.direction)
    const demands = demandsOf(direction.code)
    const takes = needsMunicipality(demands)
    const municipalityId = takes ? (value.municipality ?? null) : null
    authorize(listRules.draw, ctx.actor, { municipalityId, directionIds: [direction.id] })
    if (takes && !municipalityId) throw new Problem('list-municipality', {}, 'municipality')
    await bodiesOf(ctx, demands, municipalityId)
    const id = uuidv7()
    await ctx.db.insert(candidateLists).values({
      ...{ id, title, effect, basis, firstDay, lastDay, municipalityId, state: 'draft' },
      ...{ directionVersionId: value.direction, createdById: ctx.actor.personId },
      ...{ createdAt: ctx.now, changedAt: ctx.now },
    })
    await record(ctx, 'list.started', { kind: 'candidate-list', id }, { direction: direction.id })
    return id
  })
}

/** Changes the head of a list. */
export async function editList(ctx: ActingCtx, id: string, value: ListEditValue): Promise<void> {
  const { title, effect, basis, firstDay = null, lastDay = null } = value
  await changing(ctx, id, async () => ({ title, effect, basis, firstDay, lastDay }))
}

/** Puts a list aside; it can be taken back for 30 days. */
export async function discardList(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const list = await lockList(ctx, id)
    if (list.discardedAt) throw new Problem('conflict')
    await ctx.db
      .update(candidateLists)
      .set({ discardedAt: ctx.now, state: 'draft' })
      .where(eq(candidateLists.id, id))
    await step(ctx, list, 'discarded')
  })
}

/** Takes a list back, as a draft. */
export async function restoreList(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const list = await lockList(ctx, id)
    if (!list.discardedAt) throw new Problem('conflict')
    if (ctx.now.getTime() - list.discardedAt.getTime() > keptDays * 86_400_000)
      throw new Problem('list-discarded')
    await ctx.db.update(candidateLists).set({ discardedAt: null }).where(eq(candidateLists.id, id))
    await step(ctx, list, 'restored')
  })
}

/** The list under its lock, for whoever draws it up. Problems: not-found, forbidden, list-registered. */
export async function lockList(ctx: ActingCtx, id: string): Promise<ListFound> {
  const list = await listAt(ctx, id, { lock: true })
  authorize(listRules.draw, ctx.actor, list.place)
  if (list.state === 'registered') throw new Problem('list-registered')
  return list
}

type Change = Partial<typeof candidateLists.$inferInsert> | null

/** Runs a change of what is agreed on: a new revision, a draft again, the former agreement lost; null changes nothing. */
export async function changing(
  ctx: ActingCtx,
  id: string,
  change: (ctx: ActingCtx, list: ListFound) => Promise<Change>,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const list = await lockList(ctx, id)
    if (list.discardedAt) throw new Problem('conflict')
    const set = await change(ctx, list)
    if (set === null) return
    const changed = { ...list, revision: list.revision + 1 }
    await ctx.db
      .update(candidateLists)
      .set({ ...set, state: 'draft', revision: changed.revision, changedAt: ctx.now })
      .where(eq(candidateLists.id, id))
    if (list.state !== 'draft') await step(ctx, changed, 'changed')
    else await record(ctx, 'list.changed', { kind: 'candidate-list', id }, { revision: changed.revision })
  })
}

type Kind = (typeof listSteps.$inferInsert)['kind']

/** Writes a step of the list's way, and its entry of the log. */
export async function step(
  ctx: ActingCtx,
  { id, revision }: Pick<ListFound, 'id' | 'revision'>,
  kind: Kind,
  { bodyId = null, reason = '' }: { bodyId?: string | null; reason?: string } = {},
): Promise<void> {
  const by = { byId: ctx.actor.personId, at: ctx.now }
  await ctx.db.insert(listSteps).values({ listId: id, kind, revision, bodyId, reason, ...by })
  await record(ctx, `list.${kind}`, { kind: 'candidate-list', id }, { revision })
}

async function directionOf(ctx: ActingCtx, versionId: string) {
  const [row] = await ctx.db
    .select({ id: directions.id, code: directions.code })
    .from(directionVersions)
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .where(eq(directionVersions.id, versionId))
  return found(row)
}
