/** Remarks and replies as moderation sees them: which words, about what, and what happens when they are covered. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import type { TextKind, TextKinds, TextShown, Veil } from '#app/domain/moderation/texts.ts'
import { found } from '#app/domain/problem.ts'
import { lockRemark, type RemarkState } from '#app/domain/reviews/facts.server.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { content } from '#content/load.ts'
import { draftVisibleTo, nameShownOf, wordsVisibleTo } from '#db/reach/reviews.ts'
import { anchors, drafts, people, remarks, replies } from '#db/schema/index.ts'
import { replaceWords } from './editing.server.ts'
import { asideTexts, covered } from './moderated-asides.server.ts'
import { tellThread } from './replying.server.ts'
import { proposedBy } from './wording.ts'

const remarkText: TextKind = {
  async lock(ctx, id) {
    const { remark, draft, facts } = await lockRemark(ctx, id)
    return {
      ...{ id, authorId: remark.authorId, place: facts.place, draftId: draft.id },
      ...{ stands: remark.withdrawnAt === null, veil: veilOf(remark), ...whereIs(draft, remark) },
    }
  },
  async cover(ctx, id, change) {
    await ctx.db.update(remarks).set(covered(ctx, change)).where(eq(remarks.id, id))
  },
  async shown(ctx, ids) {
    const rows = await remarksShown(ctx, ids)
    return rows.map(({ draft, number, exact, prefix, suffix, place, ...row }) => ({
      ...row,
      ...{ title: String(number), draft, address: `/drafts/${row.slug}/remarks/${number}` },
      context: { label: place, before: prefix, words: exact, after: suffix },
    }))
  },
  async revise(ctx, id, words) {
    const { remark } = await lockRemark(ctx, id)
    const { kind, weight, replacement, grounds, sources } = { ...remark, ...words }
    const wording = remark.replacement ? proposedBy(undefined, replacement ?? '') : kept(remark.replacement)
    await replaceWords(ctx, remark, { kind, weight, body: words.body, grounds, sources, ...wording })
  },
}

/** A proposal without words of its own stays what it is: the passage left out, or nothing. */
const kept = (replacement: string | null) =>
  replacement === null ? {} : { replacement, way: 'remove' as const }

const replyText: TextKind = {
  async lock(ctx, id) {
    const { reply, remark, draft, facts } = await lockReply(ctx, id)
    const { address, facts: said } = whereIs(draft, remark)
    return {
      ...{ id, authorId: reply.authorId, place: facts.place, draftId: draft.id, facts: said },
      ...{ stands: reply.withdrawnAt === null, veil: veilOf(reply), address: `${address}#reply-${id}` },
    }
  },
  async cover(ctx, id, change) {
    const { reply, ...state } = await lockReply(ctx, id)
    await ctx.db.update(replies).set(covered(ctx, change)).where(eq(replies.id, id))
    // Nobody has heard of a reply that waited for its check.
    if (change === null && reply.veil !== 'hidden') await tellThread(ctx, state, reply)
  },
  async shown(ctx, ids) {
    const rows = await repliesShown(ctx, ids)
    return rows.map(({ number, draft, said, ...row }) => ({
      ...row,
      ...{ title: String(number), draft, address: `/drafts/${row.slug}/remarks/${number}#reply-${row.id}` },
      ...{ replacement: null, context: { label: '', before: '', words: said, after: '' } },
    }))
  },
  async revise(ctx, id, words) {
    const body = cleanWords(words.body, 'body', content().settings.text.reply)
    await ctx.db.update(replies).set({ body }).where(eq(replies.id, id))
  },
}

/** The kinds of text of this room. */
export const reviewTexts: TextKinds = { remark: remarkText, reply: replyText, ...asideTexts }

async function lockReply(ctx: Ctx, id: string) {
  const [known] = await ctx.db.select({ remarkId: replies.remarkId }).from(replies).where(eq(replies.id, id))
  const state = await lockRemark(ctx, found(known).remarkId)
  const [reply] = await ctx.db.select().from(replies).where(eq(replies.id, id)).for('update')
  return { ...state, reply: found(reply) }
}

function veilOf({ hiddenAt, veil }: { hiddenAt: Date | null; veil: Veil | null }): Veil | null {
  return hiddenAt === null ? null : (veil ?? 'hidden')
}

function whereIs({ slug, title }: RemarkState['draft'], { number }: RemarkState['remark']) {
  return { address: `/drafts/${slug}/remarks/${number}`, facts: { title, number } }
}

type Row = Omit<TextShown, 'context' | 'title' | 'address'> & { slug: string; number: number }

async function remarksShown(ctx: Ctx, ids: readonly string[]) {
  const viewer = viewerOf(ctx)
  const words = sql<boolean>`(${remarks.withdrawnAt} is null and ${wordsVisibleTo(viewer)})`
  return (await ctx.db
    .select({
      ...{ id: remarks.id, number: remarks.number, slug: drafts.slug, draft: drafts.title },
      ...{ lang: remarks.lang, sentAt: remarks.receivedAt, veil: veilColumn(remarks) },
      ...{ exact: anchors.exact, prefix: anchors.prefix, suffix: anchors.suffix, place: anchors.address },
      withdrawn: sql<boolean>`${remarks.withdrawnAt} is not null`,
      body: sql<string>`case when ${words} then ${remarks.body} else '' end`,
      replacement: sql<string | null>`case when ${words} then ${remarks.replacement} end`,
      grounds: sql<string>`case when ${words} then ${remarks.grounds} else '' end`,
      sources: sql<string>`case when ${words} then ${remarks.sources} else '' end`,
      author: sql<string>`coalesce(case when ${remarks.shownAs} = 'name' and ${nameShownOf(sql`${remarks.authorId}`)}
        then ${fullName} end, ${remarks.participantNumber}::text)`,
    })
    .from(remarks)
    .innerJoin(drafts, eq(drafts.id, remarks.draftId))
    .innerJoin(anchors, eq(anchors.id, remarks.anchorId))
    .innerJoin(people, eq(people.id, remarks.authorId))
    .where(and(inArray(remarks.id, [...ids]), draftVisibleTo(viewer)))) satisfies Row[]
}

async function repliesShown(ctx: Ctx, ids: readonly string[]) {
  const viewer = viewerOf(ctx)
  return ctx.db
    .select({
      ...{ id: replies.id, number: remarks.number, slug: drafts.slug, draft: drafts.title },
      ...{ lang: remarks.lang, sentAt: replies.createdAt, veil: veilColumn(replies) },
      withdrawn: sql<boolean>`${replies.withdrawnAt} is not null`,
      body: sql<string>`case when ${replies.withdrawnAt} is null then ${replies.body} else '' end`,
      said: sql<string>`case when ${wordsVisibleTo(viewer)} then ${remarks.body} else '' end`,
      author: sql<string>`case when ${nameShownOf(sql`${replies.authorId}`)} then ${fullName} else '' end`,
    })
    .from(replies)
    .innerJoin(remarks, eq(remarks.id, replies.remarkId))
    .innerJoin(drafts, eq(drafts.id, remarks.draftId))
    .innerJoin(people, eq(people.id, replies.authorId))
    .where(and(inArray(replies.id, [...ids]), draftVisibleTo(viewer)))
}

const fullName = sql`concat_ws(' ', ${people.familyName}, ${people.givenName}, nullif(${people.patronymic}, ''))`

function veilColumn(table: typeof remarks | typeof replies) {
  return sql<Veil | null>`case when ${table.hiddenAt} is not null then coalesce(${table.veil}, 'hidden') end`
}
