/**
 * Versions: edited under an optimistic lock (`edition`), then published for ever. Publishing carries block ids over
 * from the version before, stores the blocks and finds the place of every passage ever remarked on.
 */

import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { blocksOfVersion, resolveInto } from '#app/domain/reviews/anchors/resolutions.server.ts'
import { settledPlaces } from '#app/domain/reviews/anchors/settled-places.server.ts'
import { checkedDoc } from '#app/domain/reviews/drafting.server.ts'
import { lockDraft, type StageRow } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { type BlockInput, blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { carryIds } from '#app/domain/reviews/texts/carrying.ts'
import { checkPictures } from '#app/domain/reviews/texts/picturing.server.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import type { DocJson } from '#app/editor/check.ts'
import { content } from '#content/load.ts'
import { blocks, decisions, drafts, remarks, stages, versions } from '#db/schema/index.ts'
import { acceptedPlaces } from './accepted-words.server.ts'
import { followUnits, type Seen, weigh } from './weighing.server.ts'

export type VersionRow = typeof versions.$inferSelect

/** Begins the next version from the text of the last published one; returns the one already begun if there is one. */
export async function beginVersion(ctx: ActingCtx, draftId: string): Promise<{ id: string; number: number }> {
  return atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.edit, ctx.actor, facts)
    const [last] = await ctx.db
      .select()
      .from(versions)
      .where(eq(versions.draftId, draftId))
      .orderBy(desc(versions.number))
      .limit(1)
    const before = found(last)
    if (before.publishedAt === null) return { id: before.id, number: before.number }
    const values = { id: uuidv7(), number: before.number + 1 }
    await ctx.db
      .insert(versions)
      .values({ ...values, draftId, body: before.body, authorId: ctx.actor.personId, createdAt: ctx.now })
    await record(
      ctx,
      'version.begun',
      { kind: 'draft', id: draftId },
      { version: values.id, number: values.number },
    )
    return values
  })
}

/**
 * Saves the text of an unpublished version; returns its new edition. Problem('stale') when somebody saved before; with
 * `again` the same words sent twice are no conflict.
 */
export async function saveVersion(
  ctx: ActingCtx,
  versionId: string,
  { doc, edition, note, again = false }: { doc: DocJson; edition: number; note?: string; again?: boolean },
): Promise<{ edition: number }> {
  return atomically(ctx, async (ctx) => {
    const { version } = await lockVersion(ctx, versionId, 'edit')
    const body = checkedDoc(doc)
    // the answer to this very save was lost on its way, and it came again
    if (again && version.edition === edition + 1 && sha256(body) === sha256(version.body))
      return { edition: edition + 1 }
    if (version.edition !== edition) throw new Problem('stale', {}, 'body')
    await checkPictures(ctx, version.draftId, body)
    const values = { body, edition: edition + 1, ...noteOf(note) }
    await ctx.db.update(versions).set(values).where(eq(versions.id, versionId))
    await record(ctx, 'version.saved', { kind: 'version', id: versionId }, { edition: edition + 1 })
    return { edition: edition + 1 }
  })
}

export interface Publishing extends Seen {
  note?: string
  /** remarks whose promised change it brings */
  answers?: { remarkId: string }[]
  edition?: number
}

/** Publishes a version for ever, once what it leaves open has been seen and explained. */
export async function publishVersion(
  ctx: ActingCtx,
  versionId: string,
  { note, answers = [], edition, ...seen }: Publishing = {},
): Promise<{ number: number; sha256: string }> {
  return atomically(ctx, async (ctx) => {
    const { version, draft, stages: planned } = await lockVersion(ctx, versionId, 'publish')
    if (edition !== undefined && version.edition !== edition) throw new Problem('stale', {}, 'body')
    const before = await lastPublished(ctx, draft.id)
    const told = answers.map(({ remarkId }) => remarkId)
    const weighed = await weigh(ctx, draft.id, told, seen)
    const body = checkedDoc(
      before ? carryIds(await blocksOfVersion(ctx, before.id), version.body as DocJson) : version.body,
    )
    const units = blocksOf(body)
    await insertBlocks(ctx, versionId, units)
    const hash = sha256({ draft: draft.number, number: version.number, body })
    const values = { body, publishedAt: ctx.now, sha256: hash, ...noteOf(note), ...weighed.values }
    await ctx.db.update(versions).set(values).where(eq(versions.id, versionId))
    await followUnits(ctx, versionId, blocksOf(version.body as DocJson), units)
    if (draft.publishedAt === null)
      await ctx.db.update(drafts).set({ publishedAt: ctx.now }).where(eq(drafts.id, draft.id))
    const known = new Map([
      ...(await settledPlaces(ctx, draft.id, versionId, units)),
      ...(await acceptedPlaces(ctx, draft.id, versionId, units)),
    ])
    await resolveInto(ctx, draft.id, versionId, units, known)
    await showInStages(ctx, planned, versionId)
    await nameChanged(ctx, draft.id, versionId, [...told, ...weighed.applied])
    await record(
      ctx,
      'version.published',
      { kind: 'draft', id: draft.id },
      { version: versionId, number: version.number, sha256: hash, ...weighed.facts },
    )
    if (before) await tellAuthors(ctx, draft, versionId, version.number)
    return { number: version.number, sha256: hash }
  })
}

async function lockVersion(ctx: Ctx, versionId: string, rule: 'edit' | 'publish') {
  const [known] = await ctx.db
    .select({ draftId: versions.draftId })
    .from(versions)
    .where(eq(versions.id, versionId))
  const state = await lockDraft(ctx, found(known).draftId)
  authorize(reviewRules[rule], ctx.actor, state.facts)
  const [version] = await ctx.db.select().from(versions).where(eq(versions.id, versionId)).for('update')
  if (found(version).publishedAt !== null) throw new Problem('version-published')
  return { ...state, version: found(version) }
}

/** Stages that are not over speak about the new version from now on. */
async function showInStages(ctx: ActingCtx, known: StageRow[], versionId: string): Promise<void> {
  const ids = known.filter(({ lastDay }) => lastDay >= ctx.actor.today).map(({ id }) => id)
  if (ids.length > 0) await ctx.db.update(stages).set({ versionId }).where(inArray(stages.id, ids))
}

async function lastPublished(ctx: Ctx, draftId: string): Promise<VersionRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(versions)
    .where(and(eq(versions.draftId, draftId), isNotNull(versions.publishedAt)))
    .orderBy(desc(versions.number))
    .limit(1)
  return row
}

/** PostgreSQL takes at most 65,535 parameters a statement. */
const AT_ONCE = 2000

async function insertBlocks(ctx: Ctx, versionId: string, units: BlockInput[]): Promise<void> {
  for (let at = 0; at < units.length; at += AT_ONCE) {
    await ctx.db
      .insert(blocks)
      .values(units.slice(at, at + AT_ONCE).map((unit) => ({ ...unit, versionId, data: { ...unit.data } })))
  }
}

/** Marks in which version the change promised to these remarks landed. */
async function nameChanged(ctx: Ctx, draftId: string, versionId: string, remarkIds: string[]): Promise<void> {
  if (remarkIds.length === 0) return
  const own = ctx.db
    .select({ id: remarks.id })
    .from(remarks)
    .where(and(eq(remarks.draftId, draftId), inArray(remarks.id, remarkIds)))
  await ctx.db
    .update(decisions)
    .set({ changedVersionId: versionId })
    .where(
      and(
        inArray(decisions.remarkId, own),
        isNull(decisions.supersededById),
        isNull(decisions.changedVersionId),
        inArray(decisions.decision, ['accepted', 'partly']),
      ),
    )
}

async function tellAuthors(
  ctx: Ctx,
  draft: { id: string; slug: string; title: string },
  versionId: string,
  number: number,
) {
  const authors = await ctx.db
    .selectDistinct({ id: remarks.authorId })
    .from(remarks)
    .where(and(eq(remarks.draftId, draft.id), isNull(remarks.withdrawnAt)))
  for (const { id } of authors) {
    await notify(ctx, id, 'version.published', {
      objectKind: 'version',
      objectId: versionId,
      address: `/drafts/${draft.slug}/versions/${number}`,
      facts: { title: draft.title, version: number },
    })
  }
}

function noteOf(note: string | undefined) {
  return note === undefined
    ? {}
    : { note: cleanWords(note, 'note', content().settings.text.note, { required: false }) }
}
