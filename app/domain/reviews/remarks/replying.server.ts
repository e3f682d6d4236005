/** Replying: a thread under each remark. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { holdNewcomer } from '#app/domain/moderation/holding.server.ts'
import { followersOf, notifyAll, withoutMuted } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { lockRemark, type RemarkState } from '#app/domain/reviews/facts.server.ts'
import { withinReach } from '#app/domain/reviews/news/audience.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { remarks, replies } from '#db/schema/index.ts'
import { sameReply } from './repeating.server.ts'

/** Replies to a remark; its author and those who replied before are told. Said again at once, it is the first reply. */
export async function reply(ctx: ActingCtx, remarkId: string, body: string): Promise<string> {
  await countAttempt(ctx, 'reply', ctx.actor.personId, content().settings.rates.repliesPerPerson)
  return replyUncounted(ctx, remarkId, body)
}

/** The same for one of many that come at once: the caller has counted the attempt. */
export async function replyUncounted(ctx: ActingCtx, remarkId: string, body: string): Promise<string> {
  const words = cleanWords(body, 'body', content().settings.text.reply)
  return atomically(ctx, async (ctx) => {
    const state = await lockRemark(ctx, remarkId)
    authorize(reviewRules.reply, ctx.actor, state.facts)
    const first = await sameReply(ctx, remarkId, words)
    if (first) return first
    const id = uuidv7()
    const { draft, remark, facts } = state
    const about = { kind: 'reply', id, place: facts.place, draftId: draft.id }
    const veil = facts.closed
      ? {}
      : await holdNewcomer(ctx, about, { title: draft.title, number: remark.number })
    await ctx.db.insert(replies).values({
      id,
      remarkId,
      authorId: ctx.actor.personId,
      body: words,
      ...(await signatureIn(ctx, state)),
      createdAt: ctx.now,
      ...veil,
    })
    await record(ctx, 'remark.replied', { kind: 'remark', id: remarkId }, { reply: id })
    if (!veil.veil) await tellThread(ctx, state, { id, authorId: ctx.actor.personId })
    return id
  })
}

/** How the actor signs here: as under the own remark, else as last in this draft; null for who left none. */
async function signatureIn(ctx: ActingCtx, { remark }: RemarkState) {
  if (remark.authorId === ctx.actor.personId)
    return { shownAs: remark.shownAs, participantNumber: remark.participantNumber }
  const [last] = await ctx.db
    .select({ shownAs: remarks.shownAs, participantNumber: remarks.participantNumber })
    .from(remarks)
    .where(and(eq(remarks.draftId, remark.draftId), eq(remarks.authorId, ctx.actor.personId)))
    .orderBy(desc(remarks.id))
    .limit(1)
  return last ?? { shownAs: null, participantNumber: null }
}

/** Takes an own reply back; a trace stays in the thread. */
export async function withdrawReply(ctx: ActingCtx, replyId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(replies).where(eq(replies.id, replyId)).for('update')
    const own = found(row)
    if (own.authorId !== ctx.actor.personId) throw new Problem('forbidden')
    if (own.withdrawnAt !== null) throw new Problem('conflict')
    await ctx.db.update(replies).set({ withdrawnAt: ctx.now }).where(eq(replies.id, replyId))
    await record(ctx, 'reply.withdrawn', { kind: 'remark', id: own.remarkId }, { reply: replyId })
  })
}

/** Tells who is in the thread of a remark of a reply that everybody may read: its author, those who replied, followers. */
export async function tellThread(
  ctx: ActingCtx,
  { remark, draft }: Pick<RemarkState, 'remark' | 'draft'>,
  reply: { id: string; authorId: string },
): Promise<void> {
  const others = await ctx.db
    .selectDistinct({ id: replies.authorId })
    .from(replies)
    .where(and(eq(replies.remarkId, remark.id), isNull(replies.withdrawnAt)))
  const object = { kind: 'remark', id: remark.id }
  const notice = {
    objectKind: 'reply',
    objectId: reply.id,
    address: `/drafts/${draft.slug}?remark=${remark.number}`,
    facts: { title: draft.title, number: remark.number },
  }
  const members = [remark.authorId, ...others.map(({ id }) => id)].filter((id) => id !== reply.authorId)
  const staying = await withoutMuted(ctx, object, members)
  const told = await withinReach(ctx, draft.id, staying)
  await notifyAll(ctx, told, 'remark.replied', { ...notice, via: object })
  const followers = (await followersOf(ctx, object)).filter(
    (id) => id !== reply.authorId && !members.includes(id),
  )
  await notifyAll(ctx, await withinReach(ctx, draft.id, followers), 'follow.reply', {
    ...notice,
    via: object,
  })
}
