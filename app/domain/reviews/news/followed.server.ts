/** Drafts, paragraphs and remarks that a person follows: within reach, and with an easy way out. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { type ActingCtx, viewerOf } from '#app/domain/ctx.ts'
import { followedBy } from '#app/domain/notifications/choosing.server.ts'
import {
  type ObjectRef,
  subscribe,
  subscriptionOf,
  unsubscribe,
} from '#app/domain/notifications/notifying.server.ts'
import { found } from '#app/domain/problem.ts'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import { drafts } from '#db/schema/index.ts'

export type FollowedKind = 'draft' | 'block' | 'remark'

export interface Followed extends ObjectRef {
  slug: string
  title: string
  /** «п. 3.2», «замечание № 14»; empty for a whole draft */
  place: string
  address: string
}

/** What the actor follows and may still see, newest first. */
export async function followedByActor(ctx: ActingCtx): Promise<Followed[]> {
  const all: Followed[] = []
  for (const { kind, id } of await followedBy(ctx)) {
    const one = await placeOf(ctx, { kind, id })
    if (one) all.push(one)
  }
  return all
}

/** Follows an object of the draft, or leaves it; whoever wrote in a remark's thread leaves it for good. */
export async function follow(
  ctx: ActingCtx,
  slug: string,
  object: { kind: FollowedKind; id: string },
  on: boolean,
): Promise<void> {
  found(await placeOf(ctx, object, slug))
  await (on ? subscribe(ctx, ctx.actor.personId, object, true) : unsubscribe(ctx, object))
}

/** Whether the actor follows the object; who wrote in a remark's thread does unless he left it. */
export async function follows(ctx: ActingCtx, object: ObjectRef, member = false): Promise<boolean> {
  const choice = await subscriptionOf(ctx, object)
  return choice ? !choice.muted : member
}

/** The first of the visible drafts with the object, or the one at this address: a closed copy shares its units. */
async function placeOf(ctx: ActingCtx, { kind, id }: ObjectRef, slug?: string): Promise<Followed | null> {
  const visible = draftVisibleTo(viewerOf(ctx))
  const inDraft = sql`select v.draft_id from blocks b join versions v on v.id = b.version_id
    where b.block_id = ${id} and v.published_at is not null`
  const of =
    kind === 'draft'
      ? eq(drafts.id, id)
      : kind === 'remark'
        ? sql`${drafts.id} in (select m.draft_id from remarks m where m.id = ${id})`
        : sql`${drafts.id} in (${inDraft})`
  const [row] = await ctx.db
    .select({
      ...{ slug: drafts.slug, title: drafts.title },
      number: sql<number | null>`(select m.number from remarks m where m.id = ${id})`,
      place: sql<string | null>`(select b.address from blocks b join versions v on v.id = b.version_id
        where b.block_id = ${id} order by v.number desc limit 1)`,
    })
    .from(drafts)
    .where(and(of, visible, slug === undefined ? undefined : eq(drafts.slug, slug)))
    .orderBy(asc(drafts.number))
    .limit(1)
  if (!row) return null
  const { title, number, place } = row
  if (kind === 'remark')
    return {
      kind,
      id,
      slug: row.slug,
      title,
      place: `№\u00a0${number}`,
      address: `/drafts/${row.slug}/remarks/${number}`,
    }
  return { kind, id, slug: row.slug, title, place: place ?? '', address: `/drafts/${row.slug}` }
}
