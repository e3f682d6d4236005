/**
 * Two cards of one organisation become one: all that spoke of the one speaks of the other, its names become spellings
 * of it, its address leads there. Nothing is lost, and a merge is taken back as a whole.
 */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { codeOf } from '#db/failure.ts'
import { organisationMerges, organisations } from '#db/schema/index.ts'
import { keepChange, lockOrganisation, type OrganisationRow } from './keeping.server.ts'
import { organisationCalled } from './naming.server.ts'
import { countReferences, moveReferences, returnReferences } from './references.server.ts'
import { organisationRules } from './rules.ts'

export interface MergePreview {
  gone: { code: string; name: string; shortName: string; inn: string | null }
  /** how many rows move, by 'table.column' */
  moves: { of: string; count: number }[]
  /** spellings that the kept card gets */
  aliases: string[]
  /** of this very state: a merge that was looked at is the one that is made */
  seal: string
}

type Merged = { code: string } | { preview: MergePreview }

/**
 * Merges the card called `gone` into this one when `seen` is the seal of what it would do today; else tells what it
 * would do and writes nothing. Problems at `gone`: issuer-unknown, organisation-many, merge-self, merge-kin,
 * merge-inn, merge-twice (both issued the same order, or hold the same place).
 */
export async function mergeOrganisations(
  ctx: ActingCtx,
  keptId: string,
  input: { gone: string; ground: string; seen?: string | undefined },
): Promise<Merged> {
  const named = await goneCalled(ctx, input.gone, keptId)
  return atomically(ctx, async (ctx) => {
    const { kept, gone } = await lockBoth(ctx, keptId, named)
    authorize(organisationRules.merge, ctx.actor, kept)
    authorize(organisationRules.merge, ctx.actor, gone)
    const preview = await previewOf(ctx, kept, gone)
    if (input.seen !== preview.seal) return { preview }
    if (input.ground === '') throw new Problem('required', {}, 'ground')
    await moveAll(ctx, kept, gone, preview.aliases, input.ground)
    return { code: kept.code }
  })
}

async function moveAll(
  ctx: ActingCtx,
  kept: OrganisationRow,
  gone: OrganisationRow,
  aliases: string[],
  ground: string,
) {
  const before = {
    [kept.id]: { during: kept.during, aliases: kept.aliases, inn: kept.inn },
    [gone.id]: { during: gone.during, aliases: gone.aliases, inn: gone.inn },
  }
  // What was merged into the one that goes now leads on to the one that stays.
  const moved = await movedRows(ctx, gone.id, kept.id)
  await ctx.db
    .update(organisations)
    .set({ during: 'empty', mergedIntoId: kept.id, revision: gone.revision + 1 })
    .where(eq(organisations.id, gone.id))
  await ctx.db
    .update(organisations)
    .set({
      ...{ aliases: [...kept.aliases, ...aliases], inn: kept.inn ?? gone.inn },
      ...{ during: earlier(kept.during, gone.during), revision: kept.revision + 1 },
    })
    .where(eq(organisations.id, kept.id))
  await ctx.db.insert(organisationMerges).values({
    ...{ id: uuidv7(), goneId: gone.id, keptId: kept.id, moved, before, ground },
    ...{ mergedById: ctx.actor.personId, mergedAt: ctx.now },
  })
  await keepChange(ctx, kept.id, 'merged', {}, { gone: gone.code, name: gone.name }, ground)
}

async function movedRows(ctx: ActingCtx, from: string, to: string) {
  try {
    return await ctx.db.transaction((tx) =>
      moveReferences({ ...ctx, db: tx as unknown as Ctx['db'] }, from, to),
    )
  } catch (error) {
    // 23505: both have a row that may be there only once; 23514: one would become its own predecessor.
    if (['23505', '23514', '23P01'].includes(codeOf(error) ?? ''))
      throw new Problem('merge-twice', {}, 'gone')
    throw error
  }
}

/** Takes the merge back: the rows that moved return, the card lives again. Problem('conflict') when it was taken back already. */
export async function undoMerge(
  ctx: ActingCtx,
  keptId: string,
  mergeId: string,
  ground: string,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const kept = await lockOrganisation(ctx, keptId)
    const [merge] = await ctx.db
      .select()
      .from(organisationMerges)
      .where(and(eq(organisationMerges.id, mergeId), eq(organisationMerges.keptId, keptId)))
      .for('update')
    const { goneId, moved, before, undoneAt } = found(merge)
    if (undoneAt) throw new Problem('conflict')
    const [gone] = await ctx.db.select().from(organisations).where(eq(organisations.id, goneId)).for('update')
    authorize(organisationRules.merge, ctx.actor, kept)
    authorize(organisationRules.merge, ctx.actor, found(gone))
    await returnReferences(ctx, moved, { from: kept.id, to: goneId })
    await restoreCards(ctx, kept, found(gone), before)
    await ctx.db
      .update(organisationMerges)
      .set({ undoneById: ctx.actor.personId, undoneAt: ctx.now })
      .where(eq(organisationMerges.id, mergeId))
    await keepChange(ctx, kept.id, 'unmerged', { gone: found(gone).code, name: found(gone).name }, {}, ground)
  })
}

/** Each card as it was, but for what has been changed on the kept one since. */
async function restoreCards(
  ctx: ActingCtx,
  kept: OrganisationRow,
  gone: OrganisationRow,
  before: (typeof organisationMerges.$inferSelect)['before'],
) {
  const [own, other] = [before[kept.id], before[gone.id]]
  const added = kept.aliases.filter((one) => !own?.aliases.includes(one))
  const given = new Set([gone.name, gone.shortName, ...gone.aliases])
  const during = kept.during === earlier(own?.during ?? '', other?.during ?? '') ? own?.during : kept.during
  await ctx.db
    .update(organisations)
    .set({
      aliases: kept.aliases.filter((one) => !added.includes(one) || !given.has(one)),
      inn: kept.inn === own?.inn || kept.inn === other?.inn ? (own?.inn ?? null) : kept.inn,
      during: during ?? kept.during,
      revision: kept.revision + 1,
    })
    .where(eq(organisations.id, kept.id))
  await ctx.db
    .update(organisations)
    .set({ mergedIntoId: null, during: other?.during ?? '[1900-01-01,)', revision: gone.revision + 1 })
    .where(eq(organisations.id, gone.id))
}

/** Merges of this card, the newest first, for those who may take them back. */
export async function mergesOf(ctx: Ctx, keptId: string) {
  return ctx.db
    .select({
      ...{
        id: organisationMerges.id,
        mergedAt: organisationMerges.mergedAt,
        ground: organisationMerges.ground,
      },
      ...{ code: organisations.code, name: organisations.name },
    })
    .from(organisationMerges)
    .innerJoin(organisations, eq(organisations.id, organisationMerges.goneId))
    .where(and(eq(organisationMerges.keptId, keptId), isNull(organisationMerges.undoneAt)))
    .orderBy(organisationMerges.id)
}

async function previewOf(ctx: Ctx, kept: OrganisationRow, gone: OrganisationRow): Promise<MergePreview> {
  const counts = await countReferences(ctx, gone.id)
  const moves = [...counts].map(([of, count]) => ({ of, count }))
  const known = new Set([kept.name, kept.shortName, ...kept.aliases])
  const aliases = [...new Set([gone.name, gone.shortName, ...gone.aliases])].filter((one) => !known.has(one))
  const { code, name, shortName, inn } = gone
  const seal = sha256({ gone: gone.id, kept: kept.id, at: [gone.revision, kept.revision], moves, aliases })
  return { gone: { code, name, shortName, inn }, moves, aliases, seal }
}

async function goneCalled(ctx: Ctx, words: string, keptId: string): Promise<string> {
  try {
    const one = (await organisationCalled(ctx, words)) ?? (await organisationCalled(ctx, words, 'ever'))
    if (!one) throw new Problem('issuer-unknown')
    if (one.id === keptId) throw new Problem('merge-self')
    return one.id
  } catch (error) {
    throw error instanceof Problem ? new Problem(error.code, error.facts, 'gone') : error
  }
}

/** Both rows, locked in the order of ids: two merges of the same cards wait for each other. */
async function lockBoth(ctx: ActingCtx, keptId: string, goneId: string) {
  const rows = await ctx.db
    .select()
    .from(organisations)
    .where(and(inArray(organisations.id, [keptId, goneId]), isNull(organisations.mergedIntoId)))
    .orderBy(organisations.id)
    .for('update')
  const [kept, gone] = [keptId, goneId].map((id) => found(rows.find((row) => row.id === id)))
  if (!kept || !gone) throw new Problem('not-found')
  if (kept.parentId === gone.id || gone.parentId === kept.id) throw new Problem('merge-kin', {}, 'gone')
  if (kept.inn && gone.inn && kept.inn !== gone.inn) throw new Problem('merge-inn', {}, 'gone')
  return { kept, gone }
}

/** The range of the kept card, from the earlier of both first days. */
function earlier(kept: string, gone: string): string {
  const first = (during: string) => /^\[([\d-]+),/.exec(during)?.[1]
  const [own, other] = [first(kept), first(gone)]
  return own && other && other < own ? kept.replace(own, other) : kept
}
