/** The page of one remark: its words, the conversation, the decision, its places in the versions. */
import { dayOf } from '#app/domain/ctx.ts'
import { follows } from '#app/domain/reviews/followed.server.ts'
import { objectionsOf } from '#app/domain/reviews/objecting.server.ts'
import type { DraftShown } from '#app/domain/reviews/queries.server.ts'
import type { RemarkShown } from '#app/domain/reviews/remark-rows.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { placesOf } from '#app/domain/reviews/showing.server.ts'
import { type ReplyShown, threadOf } from '#app/domain/reviews/threads.server.ts'
import { wordingChange } from '#app/domain/reviews/wording.ts'
import { shortId } from '#app/routes/drafts.$slug/layout.ts'
import { pick, remarkView } from '#app/routes/drafts.$slug/views.server.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
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
    objections: await objectionsView(ctx, remark),
    supported: remark.supported,
    placeHref: `/drafts/${draft.slug}${place && place.status !== 'deleted' ? `#${shortId(place.fromBlockId)}` : ''}`,
    places: (await placesOf(ctx, remark.id)).map(({ blockId, ...rest }) => ({
      ...rest,
      id: shortId(blockId),
      current: rest.version === current?.number,
    })),
    replies: thread.replies.map((reply) => replyView(reply, t, locale)),
    earlier: decisions
      .filter(({ superseded }) => superseded)
      .map(({ id, decision, reason, decidedAt }) => ({ id, decision, reason, decidedAt })),
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
async function objectionsView(ctx: Args['ctx'], { id, withdrawn, hidden, own }: RemarkShown) {
  if (withdrawn || (hidden && !own)) return []
  const today = dayOf(ctx.now, ctx.zone)
  return (await objectionsOf(ctx, id)).map(({ dueDay, ...rest }) => ({
    ...rest,
    due: { day: dueDay, over: dueDay < today },
  }))
}

/** Why words are covered, in words that everybody may read. */
function coveredOf(
  { veil, hideCode, hideReason }: Pick<ReplyShown, 'veil' | 'hideCode' | 'hideReason'>,
  locale: Args['locale'],
) {
  const reason = content().moderation.reasons.find(({ code }) => code === hideCode)
  return veil && { veil, reason: reason?.title[locale] ?? null, words: hideReason }
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
