/**
 * Reviewing: the editor asks two experts; each accepts, marks this version by the rubric and sends it once. They learn of
 * each other's marks nothing. A review is a response of the questionnaires, as an expert sheet is.
 */
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { recordEngagement } from '#app/domain/experts/engaging.server.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import {
  answersOf,
  openResponse,
  saveAnswers,
  sendResponse,
} from '#app/domain/questionnaires/answering.server.ts'
import type { Answer } from '#app/domain/questionnaires/forms.ts'
import { formOf, newestForm } from '#app/domain/questionnaires/publishing.server.ts'
import { verdictQuestion } from '#app/domain/questionnaires/sheet-questions.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { practiceReviews, practices, practiceVersions, responses } from '#db/schema/index.ts'
import { lockPractice } from './facts.server.ts'
import { mayReview } from './reviewers.server.ts'
import { practiceRules, type ReviewFacts, reviewRules } from './rules.ts'

/** Asks an expert to look at the version. Problems: practice-reviewer (not, or not any more, one who may), practice-asked (enough were). */
export async function askReviewer(ctx: ActingCtx, number: number, personId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPractice(ctx, number)
    authorize(practiceRules.ask, ctx.actor, state.facts)
    if (!(await mayReview(ctx, state, personId))) throw new Problem('practice-reviewer', {}, 'personId')
    const { review, rubric } = content().practices
    const [asked] = await ctx.db
      .select({ count: sql<number>`count(*)::int` })
      .from(practiceReviews)
      .where(and(eq(practiceReviews.versionId, state.version.id), counting))
    if ((asked?.count ?? 0) >= review.experts) throw new Problem('practice-asked', { most: review.experts })
    const form = await newestForm(ctx, rubric.code)
    const id = uuidv7()
    const today = dayOf(ctx.now, ctx.zone)
    await ctx.db.insert(practiceReviews).values({
      ...{ id, versionId: state.version.id, personId, questionnaireVersionId: form.id },
      ...{ askedById: ctx.actor.personId, askedAt: ctx.now, dueDay: dayAfter(today, review.days) },
    })
    await record(ctx, 'practice.review-asked', { kind: 'practice', id: state.practice.id }, { review: id })
    await notify(ctx, personId, 'practice.review', {
      ...{ objectKind: 'practice-review', objectId: id, address: `/practices/${number}` },
      facts: { title: state.version.title, number, until: dayAfter(today, review.days) },
    })
  })
}

/** Lets an expert go who has not sent a review, so that another can be asked. */
export async function releaseReviewer(ctx: ActingCtx, number: number, reviewId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPractice(ctx, number)
    authorize(practiceRules.ask, ctx.actor, state.facts)
    const [gone] = await ctx.db
      .update(practiceReviews)
      .set({ answer: 'released', answeredAt: ctx.now })
      .where(
        and(
          ...[eq(practiceReviews.id, reviewId), eq(practiceReviews.versionId, state.version.id)],
          ...[isNull(practiceReviews.sentAt), counting],
        ),
      )
      .returning({ personId: practiceReviews.personId })
    const { personId } = found(gone)
    await record(
      ctx,
      'practice.review-released',
      { kind: 'practice', id: state.practice.id },
      { review: reviewId },
    )
    await notify(ctx, personId, 'practice.review-released', {
      ...{ objectKind: 'practice-review', objectId: reviewId, address: '/cabinet' },
      facts: { title: state.version.title, number },
    })
  })
}

/** A review of the actor's own with the card it is about; Problem('not-found') for anybody else. */
export async function ownReview(ctx: ActingCtx, reviewId: string) {
  const [row] = await ctx.db
    .select({ review: practiceReviews, version: practiceVersions, practice: practices })
    .from(practiceReviews)
    .innerJoin(practiceVersions, eq(practiceVersions.id, practiceReviews.versionId))
    .innerJoin(practices, eq(practices.id, practiceVersions.practiceId))
    .where(and(eq(practiceReviews.id, reviewId), eq(practiceReviews.personId, ctx.actor.personId)))
  const { review, version, practice } = found(row)
  if (review.answer === 'released') throw new Problem('not-found')
  const facts: ReviewFacts = {
    ...{ personId: review.personId, answer: review.answer, sent: review.sentAt !== null },
    open: version.state === 'reviewing' && practice.withdrawnAt === null && practice.discardedAt === null,
  }
  const { form } = await formOf(ctx, review.questionnaireVersionId)
  const answers = review.responseId ? await answersOf(ctx, review.responseId) : []
  return { review, version, practice, facts, form, answers }
}

/** Accepts, or declines with a reason that only editors read; the answer stays. */
export async function answerReview(
  ctx: ActingCtx,
  reviewId: string,
  { accept, reason }: { accept: 'yes' | 'no'; reason: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { review, practice, version } = await lockReview(ctx, reviewId, 'answer')
    const accepted = accept === 'yes'
    const responseId = accepted
      ? await openResponse(ctx, {
          ...{ versionId: review.questionnaireVersionId, personId: review.personId },
          ...{ objectKind: 'practice-review', objectId: review.id },
        })
      : null
    await ctx.db
      .update(practiceReviews)
      .set({
        ...{
          answer: accepted ? ('accepted' as const) : ('declined' as const),
          answeredAt: ctx.now,
          responseId,
        },
        declineReason: accepted ? '' : reason,
      })
      .where(eq(practiceReviews.id, reviewId))
    await record(
      ctx,
      'practice.review-answered',
      { kind: 'practice', id: practice.id },
      { review: reviewId, accepted },
    )
    if (accepted)
      await recordEngagement(ctx, {
        ...{
          personId: review.personId,
          kind: 'practice-review',
          objectKind: 'practice',
          objectId: version.id,
        },
        ...{ title: version.title, role: 'reviewer', firstDay: dayOf(ctx.now, ctx.zone), outcome: 'going' },
        directionVersionId: version.directionVersionId,
      })
    await notify(ctx, review.askedById, accepted ? 'practice.review-accepted' : 'practice.review-declined', {
      ...{
        objectKind: 'practice-review',
        objectId: reviewId,
        address: `/practices/${practice.number}`,
      },
      facts: { title: version.title, number: practice.number },
    })
  })
}

/** Keeps what was typed so far. */
export async function saveReview(ctx: ActingCtx, reviewId: string, given: readonly Answer[]): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { review } = await lockReview(ctx, reviewId, 'fill')
    await saveAnswers(ctx, found(review.responseId), given)
  })
}

/** Sends it: every criterion marked with its reason. It is not changed any more. */
export async function sendReview(
  ctx: ActingCtx,
  reviewId: string,
  given: readonly Answer[] = [],
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { review, practice, version } = await lockReview(ctx, reviewId, 'fill')
    const responseId = found(review.responseId)
    const responseHash = await sendResponse(ctx, responseId, given)
    const said = (await answersOf(ctx, responseId)).find(
      ({ question }) => question === verdictQuestion,
    )?.value
    const advice = content().practices.rubric.verdicts.find(({ code }) => code === said)?.code
    const hash = sha256({ card: version.sha256, person: ctx.actor.number, response: responseHash })
    await ctx.db
      .update(practiceReviews)
      .set({ sentAt: ctx.now, advice: found(advice), sha256: hash })
      .where(eq(practiceReviews.id, reviewId))
    await record(
      ctx,
      'practice.reviewed',
      { kind: 'practice', id: practice.id },
      { review: reviewId, sha256: hash },
    )
    const today = dayOf(ctx.now, ctx.zone)
    await recordEngagement(ctx, {
      ...{ personId: review.personId, kind: 'practice-review', objectKind: 'practice', objectId: version.id },
      ...{ title: version.title, role: 'reviewer', firstDay: today, lastDay: today, outcome: 'finished' },
      directionVersionId: version.directionVersionId,
    })
    await notify(ctx, review.askedById, 'practice.review-in', {
      ...{
        objectKind: 'practice-review',
        objectId: reviewId,
        address: `/practices/${practice.number}`,
      },
      facts: { title: version.title, number: practice.number },
    })
  })
}

/** Reviews of a version for its editor, with the answers of those that are in. */
export async function reviewsOf(ctx: Ctx, versionId: string) {
  return ctx.db
    .select()
    .from(practiceReviews)
    .leftJoin(responses, eq(responses.id, practiceReviews.responseId))
    .where(eq(practiceReviews.versionId, versionId))
    .orderBy(desc(practiceReviews.askedAt))
}

/** those that were asked and neither declined nor were let go */
const counting = or(isNull(practiceReviews.answer), eq(practiceReviews.answer, 'accepted'))

async function lockReview(ctx: ActingCtx, reviewId: string, rule: 'answer' | 'fill') {
  const known = await ownReview(ctx, reviewId)
  // the lock of the practice first: its version may be decided at this moment
  await ctx.db
    .select({ id: practices.id })
    .from(practices)
    .where(eq(practices.id, known.practice.id))
    .for('update')
  const state = await ownReview(ctx, reviewId)
  authorize(reviewRules[rule], ctx.actor, state.facts)
  return state
}
