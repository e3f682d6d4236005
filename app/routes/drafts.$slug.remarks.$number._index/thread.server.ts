/** The page of one remark: its words, the conversation, the decision, its places in the versions. */
import { dayOf } from '#app/domain/ctx.ts'
import { placeQuestion } from '#app/domain/reviews/anchors/settling.server.ts'
import { dissentsOfRemark } from '#app/domain/reviews/inner/positions.server.ts'
import { follows } from '#app/domain/reviews/news/followed.server.ts'
import type { DraftShown } from '#app/domain/reviews/queries.server.ts'
import { objectionsOf } from '#app/domain/reviews/remarks/objecting.server.ts'
import type { RemarkShown } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { type ReplyShown, threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { wordingChange } from '#app/domain/reviews/remarks/wording.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { placesOf } from '#app/domain/reviews/showing.server.ts'
import { coveredOf } from '#app/routes/drafts.$slug/covered-words.server.ts'
import { shortId } from '#app/routes/drafts.$slug/layout.ts'
import { pick, remarkView } from '#app/routes/drafts.$slug/views.server.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import type { Messages } from '#content/messages/ru.ts'

type Asked =
  | 'reply'
  | 'support'
  | 'decide'
  | 'withdrawRemark'
  | 'editRemark'
  | 'moderate'
  | 'objectToRecord'
  | 'answerObjection'
  | 'settlePlace'

/** Loader of the page. */
export async function threadView(
  { ctx, t, locale }: Pick<Args, 'ctx' | 't' | 'locale'>,
  shown: DraftShown,
  number: number,
) {
  const { draft, current } = shown
  const thread = await threadOf(ctx, draft.id, number, current?.id ?? null)
  const { remark, facts, decisions } = thread
  const denial = (rule: Asked) => reviewRules[rule](ctx.actor, facts)
  const replyDenial = denial('reply')
  const place = remark.place
  return {
    title: `${t.reviewRemark.page.title(t.reviews.kinds[remark.kind], number)} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title, lang: draft.lang },
    remark: remarkView(remark, t),
    covered: coveredOf(remark, locale),
    own: remark.own,
    follow: ctx.actor && {
      ...{ kind: 'remark' as const, id: remark.id },
      on: await follows(
        acting(ctx),
        { kind: 'remark', id: remark.id },
        remark.own || thread.replies.some(({ own }) => own),
      ),
    },
    receivedAt: remark.receivedAt,
    late: remark.late,
    position: remark.position,
    ...pick(remark, ['grounds', 'sources', 'intake', 'editedAt']),
    change: remark.replacement === null ? null : wordingChange(remark.exact, remark.replacement),
    files: thread.files.map(({ id, name, size, mediaType }) => ({
      ...{ id, name, size },
      kind: mediaType.split(/[/.]/).at(-1)?.toUpperCase() ?? '',
    })),
    revisions: thread.revisions,
    objections: await objectionsView(ctx, remark, locale),
    dissents: await dissentsView(ctx, remark, locale),
    supported: remark.supported,
    placeHref: `/drafts/${draft.slug}${place ? `#${shortId(place.fromBlockId)}` : ''}`,
    places: (await placesOf(ctx, remark.id)).map(({ blockId, ...rest }) => ({
      ...rest,
      id: shortId(blockId),
      current: rest.version === current?.number,
    })),
    replies: thread.replies.map((reply) => replyView(reply, t, locale)),
    earlier: decisions
      .filter(({ superseded }) => superseded)
      .map(({ id, decision, reason, decidedAt }) => ({ id, decision, reason, decidedAt })),
    settle: denial('settlePlace') === null && (await placeQuestion(ctx, remark.id)) !== null,
    signedIn: ctx.actor !== null,
    can: {
      reply: replyDenial === null,
      support: denial('support') === null,
      decide: denial('decide') === null,
      withdraw: denial('withdrawRemark') === null,
      edit: denial('editRemark') === null,
      moderate: denial('moderate') === null,
      object: denial('objectToRecord') === null,
      answerObjection: denial('answerObjection') === null,
    },
    replyDenial: replyDenial && ctx.actor ? sentenceOf(t, replyDenial) : null,
  }
}

export type ThreadView = Awaited<ReturnType<typeof threadView>>

/** Objections to the record, as long as its words are shown. */
async function objectionsView(
  ctx: Args['ctx'],
  { id, withdrawn, hidden, own }: RemarkShown,
  locale: Args['locale'],
) {
  if (withdrawn || (hidden && !own)) return []
  const today = dayOf(ctx.now, ctx.zone)
  return (await objectionsOf(ctx, id)).map(({ dueDay, veil, hideCode, hideReason, ...rest }) => ({
    ...rest,
    covered: coveredOf({ veil, hideCode, hideReason }, locale),
    due: { day: dueDay, over: dueDay < today },
  }))
}

/** What people of the organisation think otherwise than its position, beside each of its remarks. */
async function dissentsView(ctx: Args['ctx'], { id, position }: RemarkShown, locale: Args['locale']) {
  if (!position) return []
  return (await dissentsOfRemark(ctx, id)).map((one) => ({
    ...pick(one, ['id', 'body', 'name', 'own', 'signedAt']),
    covered: coveredOf(one, locale),
  }))
}

function replyView(reply: ReplyShown, t: Messages, locale: Args['locale']) {
  const { id, body, withdrawn, hidden, createdAt, own, developer } = reply
  const number = reply.participantNumber
  return {
    ...{ id, body, withdrawn, hidden, createdAt, own, developer },
    covered: withdrawn ? null : coveredOf(reply, locale),
    name: reply.name ?? (number === null ? t.reviews.someone : t.reviews.participant(number)),
  }
}
