/**
 * Editing: the words of a remark changed while nobody has answered it, with what they were kept and shown. The passage
 * stays: another place is another remark.
 */
import { and, asc, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found } from '#app/domain/problem.ts'
import { evidenceOf } from '#app/domain/reviews/anchors/passaging.server.ts'
import { lockRemark, type RemarkRow } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { anchors, remarkRevisions, remarks } from '#db/schema/index.ts'
import type { RemarkWords } from './remarking.server.ts'
import { cleanedWords, worded } from './said.ts'
import { remarkHash } from './said-hash.ts'

/** Changes the words of an own remark while nobody has answered it; the words before stay in its history. */
export async function editRemark(ctx: ActingCtx, remarkId: string, input: RemarkWords): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { remark, facts } = await lockRemark(ctx, remarkId)
    authorize(reviewRules.editRemark, ctx.actor, facts)
    await replaceWords(ctx, remark, input)
  })
}

/** Writes other words over those of a remark under its lock; equal words change nothing, leave no trace, and it says so. */
export async function replaceWords(ctx: ActingCtx, remark: RemarkRow, input: RemarkWords): Promise<boolean> {
  const [anchor] = await ctx.db.select().from(anchors).where(eq(anchors.id, remark.anchorId))
  const evidence = found(anchor)
  const cleaned = cleanedWords(input)
  const { around } = cleaned.proposed
    ? await evidenceOf(ctx, remark.draftId, remark.versionId, evidence)
    : { around: [] }
  const words = worded(cleaned, evidence, around)
  const { kind, weight, body, replacement, grounds, sources } = remark
  const before = { kind, weight, body, replacement, grounds, sources }
  if (sha256(words) === sha256(before)) return false
  await ctx.db.insert(remarkRevisions).values({
    id: uuidv7(),
    remarkId: remark.id,
    ...before,
    replacedById: ctx.actor.personId,
    replacedAt: ctx.now,
  })
  await ctx.db
    .update(remarks)
    .set({ ...words, editedAt: ctx.now })
    .where(eq(remarks.id, remark.id))
  await record(
    ctx,
    'remark.edited',
    { kind: 'remark', id: remark.id },
    { before: sha256({ id: remark.id, body, replacement }), words: remarkHash({ id: remark.id, ...words }) },
  )
  return true
}

export type RevisionShown = Pick<
  typeof remarkRevisions.$inferSelect,
  'id' | 'kind' | 'weight' | 'body' | 'replacement' | 'grounds' | 'sources' | 'replacedAt'
> & {
  /** false: the keeper of the record wrote over them, at an objection */
  byAuthor: boolean
}

/**
 * What a remark said before each of its changes, oldest first. The caller has asked whether its words may be shown;
 * what nobody but its author and the moderators ever read, or what moderation gave back, is for `all` alone.
 */
export async function revisionsOf(ctx: Ctx, remarkId: string, all: boolean): Promise<RevisionShown[]> {
  const { id, kind, weight, body, replacement, grounds, sources, replacedAt } = remarkRevisions
  const upon = sql`i.object_id = ${remarkId} and i.object_kind = 'remark'`
  const covered = sql`(
    exists (select from interventions i join moderation_cases c on c.id = i.case_id
      where ${upon} and i.at >= ${replacedAt} and (i.step in ('passed', 'returned') or c.origin = 'newcomer'))
    or exists (select from interventions i where ${upon} and i.at <= ${replacedAt} and i.step = 'returned'
      and not exists (select from interventions u where u.object_id = i.object_id and u.object_kind = i.object_kind
        and u.id > i.id and u.at <= ${replacedAt} and u.step in ('passed', 'shown'))))`
  const byAuthor = sql<boolean>`${remarkRevisions.replacedById} = ${remarks.authorId}`
  return ctx.db
    .select({ id, kind, weight, body, replacement, grounds, sources, replacedAt, byAuthor })
    .from(remarkRevisions)
    .innerJoin(remarks, eq(remarks.id, remarkRevisions.remarkId))
    .where(and(eq(remarkRevisions.remarkId, remarkId), all ? undefined : sql`not ${covered}`))
    .orderBy(asc(id))
}
