/**
 * Following: entries of the log become news for those who follow a draft, a paragraph or a remark.
 *
 * It runs in the reader of the log, so that a popular discussion costs its authors nothing, and asks what may be read
 * by everybody at that moment: a text that waits for its check is told when it is let through.
 */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import type { SealedEntry } from '#app/domain/log.server.ts'
import { followersOf, notifyAll, type ObjectRef } from '#app/domain/notifications/notifying.server.ts'
import type { Db } from '#db/client.ts'
import { isClosed, withinReach } from './audience.server.ts'

/** Older entries are history: a reader that begins anew tells nobody of them. */
const FRESH_MS = 2 * 86_400_000

/** Tells followers of what an entry says. */
export async function tellFollowers(
  db: Db,
  entry: SealedEntry,
  zone: string,
  now = new Date(),
): Promise<void> {
  if (now.getTime() - entry.at.getTime() > FRESH_MS || !entry.objectId) return
  const ctx: Ctx = { db, actor: null, now: entry.at, zone }
  switch (entry.kind) {
    case 'remark.left':
    case 'remark.passed':
      return tellRemark(ctx, entry.objectId)
    case 'remark.decided':
      return tellDecision(ctx, entry)
    case 'version.published':
      return tellDraft(ctx, entry, 'follow.version', 'version', String(entry.facts.version))
    case 'summary.published':
      return tellSummary(ctx, entry)
    case 'discussion.opened':
      return tellDraft(ctx, entry, 'follow.opened', 'draft-news', entry.id)
    case 'draft.withdrawn':
      return tellDraft(ctx, entry, 'follow.withdrawn', 'draft-news', entry.id)
    case 'stage.moved':
      return tellStage(ctx, entry)
  }
}

async function tellRemark(ctx: Ctx, remarkId: string): Promise<void> {
  const [row] = await ctx.db.execute<{
    draftId: string
    authorId: string
    number: number
    title: string
    slug: string
    blocks: string[]
  }>(sql`select m.draft_id as "draftId", m.author_id as "authorId", m.number, d.title, d.slug,
      array(select distinct unnest(array[a.from_block_id, a.to_block_id])) as blocks
    from remarks m join drafts d on d.id = m.draft_id join anchors a on a.id = m.anchor_id
    where m.id = ${remarkId} and m.hidden_at is null and m.withdrawn_at is null and d.withdrawn_at is null`)
  if (!row) return
  const notice = {
    ...{ objectKind: 'remark', objectId: remarkId, address: `/drafts/${row.slug}?remark=${row.number}` },
    facts: { title: row.title, number: row.number },
  }
  // A closed stage has the units of the open draft: who follows a paragraph there must not hear of it here.
  const units = (await isClosed(ctx, row.draftId)) ? [] : row.blocks.map((id) => ({ kind: 'block', id }))
  for (const object of [...units, { kind: 'draft', id: row.draftId }])
    await tellOf(ctx, row.draftId, object, 'follow.remark', notice, [row.authorId])
}

async function tellDecision(ctx: Ctx, { objectId, facts }: SealedEntry): Promise<void> {
  const [row] = await ctx.db.execute<{
    draftId: string
    authorId: string
    number: number
    title: string
    slug: string
  }>(sql`
    select m.draft_id as "draftId", m.author_id as "authorId", m.number, d.title, d.slug from remarks m join drafts d on d.id = m.draft_id
    join decisions x on x.remark_id = m.id and x.id = ${String(facts.id)}::uuid and x.superseded_by_id is null
    where m.id = ${objectId} and m.withdrawn_at is null`)
  if (!row || !objectId) return
  const notice = {
    ...{
      objectKind: 'decision',
      objectId: String(facts.id),
      address: `/drafts/${row.slug}?remark=${row.number}`,
    },
    facts: { title: row.title, number: row.number },
  }
  await tellOf(ctx, row.draftId, { kind: 'remark', id: objectId }, 'follow.decision', notice, [row.authorId])
}

async function tellDraft(
  ctx: Ctx,
  entry: Pick<SealedEntry, 'objectId' | 'facts'>,
  kind: string,
  objectKind: string,
  objectId: string,
): Promise<void> {
  const [draft] = await ctx.db.execute<{ id: string; title: string; slug: string }>(
    sql`select id, title, slug from drafts where id = ${entry.objectId} and published_at is not null`,
  )
  if (!draft) return
  // Authors of remarks were told of the same under another kind.
  const told = await ctx.db.execute<{ id: string }>(
    sql`select person_id as id from notifications where object_kind = ${objectKind} and object_id = ${objectId}::uuid`,
  )
  const notice = {
    ...{ objectKind, objectId, address: `/drafts/${draft.slug}` },
    facts: { title: draft.title, draft: draft.id, version: Number(entry.facts.number ?? 0) },
  }
  const except = told.map(({ id }) => id)
  await tellOf(ctx, draft.id, { kind: 'draft', id: draft.id }, kind, notice, except)
}

async function tellSummary(ctx: Ctx, entry: SealedEntry): Promise<void> {
  const [summary] = await ctx.db.execute<{ id: string }>(sql`select id from summaries
    where draft_id = ${entry.objectId} and revision = ${Number(entry.facts.revision)}`)
  if (summary) await tellDraft(ctx, entry, 'follow.summary', 'summary', summary.id)
}

async function tellStage(ctx: Ctx, entry: SealedEntry): Promise<void> {
  const [stage] = await ctx.db.execute<{ draftId: string }>(sql`select t.draft_id as "draftId" from stages s
    join discussions t on t.id = s.discussion_id where s.id = ${entry.objectId}`)
  if (stage)
    await tellDraft(ctx, { ...entry, objectId: stage.draftId }, 'follow.stages', 'draft-news', entry.id)
}

async function tellOf(
  ctx: Ctx,
  draftId: string,
  object: ObjectRef,
  kind: string,
  notice: Parameters<typeof notifyAll>[3],
  except: readonly string[],
): Promise<void> {
  const people = (await followersOf(ctx, object)).filter((id) => !except.includes(id))
  await notifyAll(ctx, await withinReach(ctx, draftId, people), kind, { ...notice, via: object })
}
