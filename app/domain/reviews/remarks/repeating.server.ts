/**
 * Repeating: a button pressed three times on a slow line, or a form that the browser sends again, is one act.
 *
 * Asked inside the command, under the lock that makes equal acts take turns: the same author with the same words some
 * minutes ago (content: `repeats`) is led to what came first. What was taken back or published since is no repeat.
 */
import { and, eq, getTableColumns, gte, isNull, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { canonicalJson } from '#app/domain/canonical.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import type { Evidence } from '#app/domain/reviews/anchors/passages.ts'
import type { DocJson } from '#app/editor/check.ts'
import { content } from '#content/load.ts'
import { anchors, drafts, remarks, replies, versions } from '#db/schema/index.ts'

type Dated = PgTable & { createdAt: PgColumn }

/** Condition: the row holds these values (absent ones count as null) and is at most some minutes old. */
export function saidAgain<T extends Dated>(
  ctx: ActingCtx,
  table: T,
  said: { [K in keyof T['$inferSelect']]?: unknown },
): SQL | undefined {
  const oldest = new Date(ctx.now.getTime() - content().settings.repeats.minutes * 60_000)
  const columns: Record<string, PgColumn> = getTableColumns(table)
  return and(
    gte(table.createdAt, oldest),
    ...Object.entries(said).map(([name, value]) => {
      const column = columns[name] as PgColumn
      return value === null || value === undefined ? isNull(column) : eq(column, value)
    }),
  )
}

type SaidRemark = Pick<
  typeof remarks.$inferInsert,
  | 'draftId'
  | 'versionId'
  | 'kind'
  | 'weight'
  | 'body'
  | 'replacement'
  | 'grounds'
  | 'sources'
  | 'shownAs'
  | 'onBehalfOfId'
>

/** The actor's remark with the same words on the same passage, or undefined. Under the lock of the draft. */
export async function sameRemark(
  ctx: ActingCtx,
  said: SaidRemark,
  evidence: Evidence,
): Promise<{ id: string; number: number } | undefined> {
  const [first] = await ctx.db
    .select({ id: remarks.id, number: remarks.number })
    .from(remarks)
    .innerJoin(anchors, eq(anchors.id, remarks.anchorId))
    .where(
      and(
        saidAgain(ctx, remarks, { ...said, authorId: ctx.actor.personId, withdrawnAt: null }),
        eq(anchors.fromBlockId, evidence.fromBlockId),
        eq(anchors.fromOffset, evidence.fromOffset),
        eq(anchors.toBlockId, evidence.toBlockId),
        eq(anchors.toOffset, evidence.toOffset),
      ),
    )
    .orderBy(remarks.id)
    .limit(1)
  return first
}

/** The id of the actor's reply with the same words to the remark, or undefined. Under the lock of the remark. */
export async function sameReply(ctx: ActingCtx, remarkId: string, body: string): Promise<string | undefined> {
  const [first] = await ctx.db
    .select({ id: replies.id })
    .from(replies)
    .where(saidAgain(ctx, replies, { remarkId, authorId: ctx.actor.personId, body, withdrawnAt: null }))
    .orderBy(replies.id)
    .limit(1)
  return first?.id
}

type NewDraft = Pick<
  typeof drafts.$inferInsert,
  'title' | 'kind' | 'developerId' | 'ground' | 'explanatoryNote' | 'contact' | 'lang'
>

/** The actor's unpublished draft with the same passport and text, or undefined. Under the lock of addresses. */
export async function sameDraft(
  ctx: ActingCtx,
  passport: NewDraft,
  body: DocJson,
): Promise<{ id: string; slug: string; versionId: string } | undefined> {
  const rows = await ctx.db
    .select({ id: drafts.id, slug: drafts.slug, versionId: versions.id, body: versions.body })
    .from(drafts)
    .innerJoin(versions, and(eq(versions.draftId, drafts.id), eq(versions.number, 1)))
    .where(
      saidAgain(ctx, drafts, {
        ...passport,
        authorId: ctx.actor.personId,
        publishedAt: null,
        withdrawnAt: null,
        discardedAt: null,
      }),
    )
    .orderBy(drafts.id)
  const text = wordsOf(body)
  const first = rows.find((row) => wordsOf(row.body) === text)
  return first && { id: first.id, slug: first.slug, versionId: first.versionId }
}

// Ids of units are made anew with every press.
function wordsOf(body: unknown): string {
  return canonicalJson(
    JSON.parse(JSON.stringify(body), (key, value) => (key === 'id' ? undefined : value)) as unknown,
  )
}
